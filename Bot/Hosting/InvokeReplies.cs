using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>Answers to a card press that are no card.</summary>
internal static class InvokeReplies
{
    /// <summary>An error that Teams shows as such; the card stays as it was.</summary>
    public static AdaptiveCardInvokeResponse Error(string sentence) => new()
    {
        StatusCode = StatusCodes.Status400BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error { Code = "BadRequest", Message = sentence },
    };

    public static Activity AsActivity(AdaptiveCardInvokeResponse response) => new()
    {
        Type = ActivityTypesEx.InvokeResponse,
        Value = new InvokeResponse { Status = StatusCodes.Status200OK, Body = response },
    };
}
