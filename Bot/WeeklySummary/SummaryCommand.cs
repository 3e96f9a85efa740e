using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary><c>summary</c>: this week so far, for those who decide, in their own chat.</summary>
internal sealed class SummaryCommand(ApproverDirectory approvers, SummaryReader reader, SummaryCard card, PracticeClock clock)
{
    /// <returns><c>false</c>, with nothing said, to anybody who does not decide: they get what an unknown word gets.</returns>
    public async Task<bool> HandleAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!(await approvers.GetAsync(caller.Practice, cancellationToken)).IsApprover(caller.Id))
        {
            return false;
        }

        var week = SummaryWeek.Of(clock.Today);
        var figures = await reader.ReadAsync(caller.Practice, week, cancellationToken);
        var view = new SummaryView(week, figures, SummaryTiming.SoFar);
        await turn.SendActivityAsync(CardMessage.For(card.Draw(view), "This week so far, in numbers"), cancellationToken);
        return true;
    }
}
