using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary><c>cases</c>: the open cases this person may decide. Somebody who decides nothing has none, like an approver on a good day.</summary>
internal sealed class CasesCommand(OpenCases cases, CaseListCard card)
{
    public const string Word = "cases";

    public async Task HandleAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        var view = await cases.ListAsync(caller, 0, cancellationToken);
        await turn.SendActivityAsync(
            view.Total == 0
                ? CardMessage.ForText(CaseListCard.NoCases, "A short answer from the practice's bot")
                : CardMessage.For(card.Draw(view), "Your list of open cases"),
            cancellationToken);
    }
}
