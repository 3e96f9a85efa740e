using System.Globalization;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>The form as it stands on the card: what was typed is kept as it was typed, whatever is wrong with it.</summary>
internal sealed record SetUpForm
{
    /// <summary>So much of a field is read; the card itself takes less.</summary>
    private const int MaxRead = 8_000;

    public string Name { get; init; } = "";

    public string Prefix { get; init; } = "";

    /// <summary>Object ids with commas between them or, from a long roster's text field, sign-in names with commas or line ends.</summary>
    public string Managers { get; init; } = "";

    public string Deputies { get; init; } = "";

    public string Partners { get; init; } = "";

    /// <summary>Empty: the channel in which the bot was added.</summary>
    public string Channel { get; init; } = "";

    public string Day { get; init; } = "";

    public string Time { get; init; } = "";

    public string Opens { get; init; } = "";

    public string Closes { get; init; } = "";

    /// <summary>Dates, one on each line.</summary>
    public string Closures { get; init; } = "";

    /// <summary>What holds now.</summary>
    /// <param name="people">The roster: entries that name nobody on it are left out.</param>
    /// <param name="byName">The people fields are typed, not chosen.</param>
    public static SetUpForm Of(PracticeSettings settings, IReadOnlyList<Person> people, bool byName)
    {
        string Chosen(IReadOnlyList<string> entries) => string.Join(
            byName ? "\n" : ",", people.Named(entries).Select(person => byName ? person.Upn ?? person.Id.Value : person.Id.Value));
        var summary = SummaryTime.Parse(settings.SummaryCron);
        return new SetUpForm
        {
            Name = settings.Name,
            Prefix = settings.ReferencePrefix,
            Managers = Chosen(settings.Managers),
            Deputies = Chosen(settings.Deputies),
            Partners = Chosen(settings.Partners),
            Channel = settings.ChannelId ?? "",
            Day = summary?.Day.ToString() ?? "",
            Time = summary is { } at ? Clock(at.Time) : "",
            Opens = Clock(settings.Calendar.Opens),
            Closes = Clock(settings.Calendar.Closes),
            Closures = string.Join("\n", settings.Calendar.Closures.Order().Select(Date)),
        };
    }

    public static SetUpForm Read(JObject data)
    {
        string Text(string field) => data[field] is JValue { Value: string typed } ? typed[..Math.Min(typed.Length, MaxRead)].Trim() : "";
        return new SetUpForm
        {
            Name = Text(SetUpFields.Name),
            Prefix = Text(SetUpFields.Prefix),
            Managers = Text(SetUpFields.Managers),
            Deputies = Text(SetUpFields.Deputies),
            Partners = Text(SetUpFields.Partners),
            Channel = Text(SetUpFields.Channel),
            Day = Text(SetUpFields.Day),
            Time = Text(SetUpFields.Time),
            Opens = Text(SetUpFields.Opens),
            Closes = Text(SetUpFields.Closes),
            Closures = Text(SetUpFields.Closures),
        };
    }

    /// <summary>As Teams' time input writes it: 09:00.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH\\:mm", CultureInfo.InvariantCulture);

    /// <summary>As people here write it: 24/12/2026.</summary>
    public static string Date(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
