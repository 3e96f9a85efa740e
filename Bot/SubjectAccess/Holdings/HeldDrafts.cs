using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess.Holdings;

/// <summary>
/// Reports that were begun and not sent: what was typed is kept with the conversation. Also that somebody else has begun one which names
/// this person; what they wrote is theirs.
/// </summary>
internal sealed class HeldDrafts : IHolding
{
    private const string Before = "/conversations/";
    private const string NoChat = "/conversations/?";

    public string Title => "Reports that were begun and not sent";

    public string Purpose => "So that you can go on with a report later, what you have typed is kept until you send it or throw it away; one that you do not go on with is forgotten in time.";

    public IReadOnlyCollection<Type> Tables => [typeof(BotStateRow)];

    public async Task<IReadOnlyList<JsonObject>> FindAsync(BotDbContext db, Asked asked, CancellationToken cancellationToken)
    {
        var (person, told) = (asked.Subject.Id, new List<JsonObject>());
        foreach (var row in await RowsAsync(db, asked.Subject.Practice, person, cancellationToken))
        {
            var content = Plain(JsonNode.Parse(row.State.Json)) as JsonObject ?? [];
            var place = string.Create(CultureInfo.InvariantCulture, $"conversations/{told.Count + 1}");
            told.Add(row.IsTheirs ? Own(content, place, asked) : AnothersThatNames(content, place, asked));
        }

        return told;
    }

    /// <summary>Of each conversation whether it is this person's own chat: known by the chat, or by who began the report.</summary>
    /// <remarks>
    /// It belongs to the practice that its report names. One without a report belongs to each practice that knows the chat, and to any when none does.
    /// </remarks>
    public static async Task<IReadOnlyList<(BotStateRow State, bool IsTheirs)>> RowsAsync(
        BotDbContext db, PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        var chat = await db.Contacts.Where(row => row.Practice == practice && row.Person == person)
            .Select(row => row.ConversationId).SingleOrDefaultAsync(cancellationToken);
        var end = string.IsNullOrEmpty(chat) ? NoChat : Before + chat;
        var rows = await db.BotStates.AsNoTracking().Where(row => row.Key.EndsWith(end) || row.Json.Contains(person.Value))
            .OrderBy(row => row.Key)
            .ToListAsync(cancellationToken);
        List<string> chats = [.. rows.Select(ChatOf)];
        var known = await db.Contacts.AsNoTracking().Where(row => chats.Contains(row.ConversationId))
            .Select(row => new { row.ConversationId, row.Practice })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => PracticeOf(row) is { } named
                    ? named == practice
                    : known.All(one => one.ConversationId != ChatOf(row)) || known.Any(one => one.ConversationId == ChatOf(row) && one.Practice == practice))
                .Select(row => (row, row.Key.EndsWith(end, StringComparison.Ordinal) || OwnerOf(row) == person)),
        ];
    }

    private static PracticeId? PracticeOf(BotStateRow row) =>
        (string?)JsonNode.Parse(row.Json)?["report"]?["Practice"] is { Length: > 0 } named ? new PracticeId(named) : null;

    private static string ChatOf(BotStateRow row) => row.Key.Split(Before, 2)[^1];

    private static PersonId? OwnerOf(BotStateRow row)
    {
        var state = JsonNode.Parse(row.Json);
        var owner = (string?)state?["report"]?["Reporter"] ?? (string?)state?["late-pictures"]?["Sender"];
        return owner is { Length: > 0 } ? new PersonId(owner) : null;
    }

    private static JsonObject Own(JsonObject content, string place, Asked asked)
    {
        var told = new JsonObject();
        foreach (var (name, value) in content)
        {
            told[name] = Tell(name, value, $"{place}/{name}", asked);
        }

        return told;
    }

    private static JsonNode? Tell(string name, JsonNode? value, string place, Asked asked) => value switch
    {
        JsonObject part => Own(part, place, asked),
        JsonArray list => new JsonArray([.. list.Select(one => Tell(name, one, place, asked))]),
        JsonValue text when text.TryGetValue<string>(out var typed) && typed.Length > 0 => name switch
        {
            "Poster" => asked.Discretion.Poster(typed, place),
            "Reporter" or "Sender" or "Colleague" => asked.Discretion.Who(new PersonId(typed), null, place),
            _ => asked.Discretion.Own(typed, place),
        },
        _ => value?.DeepClone(),
    };

    private static JsonObject AnothersThatNames(JsonObject content, string place, Asked asked)
    {
        var report = content["report"];
        return new JsonObject
        {
            ["what"] = "Another person has begun a report that names you, and has not sent it.",
            ["startedAt"] = report?["StartedAt"]?.DeepClone(),
            ["lastTouchedAt"] = report?["TouchedAt"]?.DeepClone(),
            ["content"] = asked.Discretion.Others(content.ToJsonString(), $"{place}/content"),
        };
    }

    /// <summary>Without what the serialiser writes for itself.</summary>
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject record when record["$values"] is JsonArray list => Plain(list),
        JsonObject record => new JsonObject(record.Where(pair => !pair.Key.StartsWith('$')).Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        _ => node?.DeepClone(),
    };
}
