using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// Says what is in a record to the person who asks, and leaves others out: a person is "you" or "another person", a text is given to
/// whoever wrote it. What is left out is noted (<see cref="Withheld"/>). What nobody has decided about is left out too.
/// </summary>
internal sealed partial class Discretion(DataSubject subject, Withheld withheld)
{
    public const string AnotherPerson = "another person";
    public const string TheBot = "the bot";
    public const string NotGiven = "(not given: another person wrote it)";
    public const string NotGivenKey = "(not given: it only opens something)";
    public const string NotDecided = "(not given: nobody has decided about it)";

    private static readonly JsonNamingPolicy Names = JsonNamingPolicy.CamelCase;
    private readonly KnownNames _names = new(subject);

    /// <summary>Everything that a record holds.</summary>
    /// <param name="place">Where it is, for the list.</param>
    /// <param name="author">Who wrote what is written in it.</param>
    /// <param name="reporter">Of the case; whoever it is of another record.</param>
    public JsonObject Tell(object record, string place, PersonId author, PersonId reporter)
    {
        var told = new JsonObject();
        var writer = Treatments.AuthorOf(record, author);
        foreach (var property in Treatments.PartsOf(record.GetType()))
        {
            var name = Names.ConvertName(property.Name);
            if (property.GetValue(record) is { } value)
            {
                told[name] = Tell(property, value, $"{place}/{name}", new Voices(writer, reporter));
            }
        }

        return told;
    }

    /// <summary>What the person themselves wrote, without the names of others.</summary>
    public string Own(string text, string place)
    {
        var without = _names.TakeOut(text);
        return without == text || withheld.Note(place, "They wrote this themselves; names were taken out of it.", text) ? text : without;
    }

    /// <summary>What another person wrote: not given, unless a human has read it and said so.</summary>
    public string Others(string text, string place) =>
        withheld.Note(place, $"Another person wrote this. Without the names that the bot knows: “{_names.TakeOut(text)}”", text) ? _names.TakeOut(text) : NotGiven;

    public string Poster(string text, string place) => withheld.Note(place, "It says who posted.", text) ? text : AnotherPerson;

    public string Who(PersonId person, string? name, string place)
    {
        if (person == subject.Id)
        {
            return name is null ? "you" : $"you ({name})";
        }

        var called = name ?? subject.Others.GetValueOrDefault(person) ?? person.Value;
        return person == PersonId.Bot ? TheBot : withheld.Note(place, "Another member of staff.", called) ? called : AnotherPerson;
    }

    /// <summary>Ids, without those of others: people's have dashes (as Entra writes them), everything else's have none.</summary>
    public string Ids(string text) =>
        PersonsId().Replace(text, found => new PersonId(found.Value) == subject.Id ? found.Value : KnownNames.Somebody);

    private JsonNode? Tell(PropertyInfo property, object value, string place, Voices voices) => Treatments.Of(property) switch
    {
        Treatment.AsItIs => (string)value,
        Treatment.Written => Texts(value, text => voices.Author == subject.Id ? Own(text, place) : Others(text, place)),
        Treatment.Exchanged when voices.Author == subject.Id || voices.Reporter == subject.Id => Own((string)value, place),
        Treatment.Exchanged => Others((string)value, place),
        Treatment.Reporters when voices.Reporter == subject.Id => Node(value, place, voices with { Author = subject.Id }),
        Treatment.Reporters => withheld.Note(place, "It says how the reporter came to know, and so could say who that is.", value.ToString()!)
            ? Node(value, place, voices with { Author = voices.Reporter })
            : NotGiven,
        Treatment.Poster => Poster((string)value, place),
        Treatment.Ids => Ids((string)value),
        Treatment.Key => NotGivenKey,
        null => Node(value, place, voices),
        _ => throw new UnreachableException(),
    };

    private JsonNode? Node(object value, string place, Voices voices) => value switch
    {
        PersonId person => Who(person, null, place),
        NamedPerson person => Who(person.Id, person.Name, place),
        bool flag => flag,
        int number => number,
        long number => number,
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum choice => Words(choice),
        Guid or CaseId or EvidenceId or ExportId or PracticeId or CaseReference => value.ToString(),
        string or byte[] => NotDecided,
        IEnumerable list => new JsonArray([.. list.Cast<object>().Index().Select(one => Node(one.Item, FormattableString.Invariant($"{place}/{one.Index + 1}"), voices))]),
        _ when value.GetType().Namespace == typeof(Case).Namespace => Tell(value, place, voices.Author, voices.Reporter),
        _ => NotDecided,
    };

    /// <summary><c>OwnPagePost</c> becomes "Own page post".</summary>
    private static string Words(Enum choice) =>
        string.Concat(choice.ToString().Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static JsonNode? Texts(object value, Func<string, string> give) => value switch
    {
        string text => give(text),
        IEnumerable<string> texts => new JsonArray([.. texts.Select(text => (JsonNode?)give(text))]),
        _ => throw new UnreachableException(),
    };

    [GeneratedRegex("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex PersonsId();

    /// <param name="Author">Who wrote what is written here.</param>
    /// <param name="Reporter">Who reported the case that it is about.</param>
    private readonly record struct Voices(PersonId Author, PersonId Reporter);
}
