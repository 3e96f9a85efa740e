using System.Text.Json;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>Does what Teams does when a card is pressed, or loaded with a <c>refresh</c>.</summary>
internal sealed class CardPresser(Activities activities, ConversationBook book, Roster roster, BotLink bot, MessageSender sender)
{
    public async Task<Post> PressAsync(Post post, Person person, CardPress press, CancellationToken cancellation = default) =>
        press.Type switch
        {
            "Action.Execute" => await ExecuteAsync(post, person, press, cancellation),
            "Action.Submit" => await SubmitAsync(post, person, press, cancellation),
            _ => throw new InvalidOperationException($"Teams sends nothing to a bot for {press.Type}."),
        };

    /// <summary>Asks the bot for this person's view of the card: at most once for each version, and only for whom the card names.</summary>
    public async Task<Post> RefreshAsync(Post post, Person person, CancellationToken cancellation = default)
    {
        if (CardContent.In(post.Activity)?["refresh"] is not JsonObject refresh
            || refresh["action"] is not JsonObject action
            || !IsFor(refresh, person)
            || !book.TryClaimRefresh(post, person))
        {
            return post;
        }

        var answer = await InvokeAsync(post, person, new(action.DeepClone().AsObject()), "automatic", cancellation);
        return CardAnswer.Read(answer) is CardAnswer.NewCard fresh ? book.ShowCard(post, person, fresh.Card) ?? post : post;
    }

    private static bool IsFor(JsonObject refresh, Person person) =>
        refresh["userIds"] is not JsonArray ids || ids.Any(id => id.Text() == person.TeamsId);

    private async Task<Post> ExecuteAsync(Post post, Person person, CardPress press, CancellationToken cancellation)
    {
        var answer = await InvokeAsync(post, person, press, "manual", cancellation);
        var shown = CardAnswer.Read(answer) switch
        {
            CardAnswer.NewCard fresh => book.ShowCard(post, person, fresh.Card),
            CardAnswer.Words words => book.ShowNotice(post, person, new(NoticeKind.FromApp, words.Text)),
            CardAnswer.Failure failure => book.ShowNotice(post, person, new(NoticeKind.Failed, failure.Text)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return shown ?? post;
    }

    private Task<BotAnswer> InvokeAsync(Post post, Person person, CardPress press, string trigger, CancellationToken cancellation)
    {
        var invoke = activities.Envelope("invoke", person, PlaceOf(post), post.ThreadId);
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = post.Id;
        var action = new JsonObject { ["type"] = "Action.Execute", ["data"] = press.Data() };
        foreach (var name in (string[])["id", "title", "verb"])
        {
            if (press.Action[name] is { } value)
            {
                action[name] = value.DeepClone();
            }
        }

        invoke["value"] = new JsonObject { ["action"] = action, ["trigger"] = trigger };
        return bot.PostAsync(invoke, cancellation);
    }

    private async Task<Post> SubmitAsync(Post post, Person person, CardPress press, CancellationToken cancellation)
    {
        var data = press.Data();
        var teams = data["msteams"]?.DeepClone() as JsonObject;
        switch (teams.Text("type"))
        {
            case "messageBack":
                data.Remove("msteams");
                var text = teams.Text("text") ?? "";
                await sender.ReplyAsync(post, person, teams.Text("displayText") ?? text, text, Merged(data, teams?["value"]), cancellation);
                return post;
            case "imBack":
                var said = teams?["value"]?.ToString() ?? "";
                await sender.ReplyAsync(post, person, said, said, null, cancellation);
                return post;
            default:
                return await SubmitDataAsync(post, person, data, cancellation);
        }
    }

    private async Task<Post> SubmitDataAsync(Post post, Person person, JsonObject data, CancellationToken cancellation)
    {
        var message = activities.Envelope("message", person, PlaceOf(post), post.ThreadId);
        message["replyToId"] = post.Id;
        message["value"] = data;
        var answer = await bot.PostAsync(message, cancellation);
        Notice notice = answer.IsSuccess
            ? new(NoticeKind.Sent, "Your response was sent to the app")
            : new(NoticeKind.Failed, CardAnswer.Unable);
        return book.ShowNotice(post, person, notice) ?? post;
    }

    /// <summary>A <c>messageBack</c> carries its value, as an object or as text that is one, together with the inputs.</summary>
    private static JsonNode? Merged(JsonObject inputs, JsonNode? value)
    {
        var own = value is JsonValue text && text.TryGetValue(out string? json) ? Parsed(json) : value;
        foreach (var (name, item) in own as JsonObject ?? [])
        {
            inputs[name] = item?.DeepClone();
        }

        return own is not (null or JsonObject) ? own : inputs.Count > 0 ? inputs : null;
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private Conversation PlaceOf(Post post) =>
        Practice.Channels.FirstOrDefault(channel => channel.Id == post.ConversationId) is { } channel
            ? Conversation.In(channel)
            : Conversation.With(roster.Everyone.First(person => person.ChatId == post.ConversationId));
}
