using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Turns the pages of the open cases.</summary>
internal sealed class ListCasesHandler(OpenCases cases, CaseListCard card)
{
    public async Task<AdaptiveCardInvokeResponse> HandleAsync(
        Caller caller,
        JObject data,
        ITurnContext turn,
        CancellationToken cancellationToken) =>
        CaseSubmission.TryReadNumber(data, CardFields.Page, out var page)
            ? CardReply.With(card.Draw(await cases.ListAsync(caller, page, cancellationToken)))
            : CardReply.Message(CardFields.NotUnderstood);
}
