using System.Text.Json;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>What Teams makes of a bot's answer to a press on a card.</summary>
internal abstract record CardAnswer
{
    public const string Unable = "Unable to reach app. Please try again.";
    public const string Wrong = "Something went wrong. Please try again.";

    private CardAnswer()
    {
    }

    /// <summary>The viewer's card is replaced.</summary>
    public sealed record NewCard(JsonObject Card) : CardAnswer;

    /// <summary>The words appear below the card.</summary>
    public sealed record Words(string Text) : CardAnswer;

    /// <summary>Nothing changes but a line that says so.</summary>
    public sealed record Failure(string Text) : CardAnswer;

    public static CardAnswer Read(BotAnswer answer)
    {
        if (!answer.IsSuccess || Body(answer.Body) is not { } body)
        {
            return new Failure(Unable);
        }

        if (body["statusCode"] is JsonValue status && status.TryGetValue(out int code) && code >= 400)
        {
            return new Failure(Wrong);
        }

        return (body.Text("type"), body["value"]) switch
        {
            (CardContent.ContentType, JsonObject card) => new NewCard(card.DeepClone().AsObject()),
            ("application/vnd.microsoft.activity.message", JsonValue text) => new Words(text.ToString()),
            _ => new Failure(Unable),
        };
    }

    private static JsonObject? Body(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
