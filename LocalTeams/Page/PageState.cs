using System.Globalization;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Page;

/// <summary>Everything the page shows.</summary>
internal sealed class PageState(
    ConversationBook book, Roster roster, Installations installations, FaultPlan faults, BotLink bot, LocalTeamsOptions options)
{
    /// <summary>What a page needs when it opens.</summary>
    public JsonObject Whole() => new()
    {
        ["kind"] = "snapshot",
        ["posts"] = new JsonArray([.. book.All.Select(PostNews.Body)]),
        ["state"] = Around(),
    };

    /// <summary>Everything but the messages.</summary>
    public JsonObject Around() => new()
    {
        ["people"] = new JsonArray([.. roster.Everyone.Select(Describe)]),
        ["team"] = Team(),
        ["bot"] = new JsonObject
        {
            ["id"] = Practice.BotId,
            ["name"] = Practice.BotName,
            ["running"] = bot.Endpoint is not null,
            ["address"] = bot.Endpoint?.ToString(),
            ["canRestart"] = options.Bot is not null,
        },
        ["now"] = options.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["canMoveClock"] = options.Clock is Clock.ShiftableTimeProvider,
        ["faults"] = new JsonArray([.. faults.Coming.Select(Describe)]),
        ["faultKinds"] = Names<FaultKind>(),
        ["operations"] = Names<ConnectorOperation>(),
    };

    private JsonObject Describe(Person person) => new()
    {
        ["key"] = person.Key,
        ["name"] = person.Name,
        ["givenName"] = person.GivenName,
        ["surname"] = person.Surname,
        ["job"] = person.Job,
        ["conversation"] = person.ChatId,
        ["member"] = roster.IsMember(person),
        ["installation"] = installations.Of(person).ToString(),
        ["twice"] = bot.WillDeliverTwice(person),
    };

    private JsonObject Team() => new()
    {
        ["name"] = Practice.TeamName,
        ["installed"] = installations.InTeam,
        ["channels"] = new JsonArray([.. Practice.Channels.Select(channel => new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
        })]),
    };

    private static JsonObject Describe(Fault fault) => new()
    {
        ["operation"] = fault.Operation.ToString(),
        ["kind"] = fault.Kind.ToString(),
        ["times"] = fault.Times,
    };

    private static JsonArray Names<T>()
        where T : struct, Enum => new([.. Enum.GetNames<T>().Select(name => JsonValue.Create(name))]);
}
