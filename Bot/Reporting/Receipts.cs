using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What the reporter gets for a sent report: reference, date, and what each screenshot's number is.</summary>
internal sealed class Receipts(ApproverDirectory directory, GuidanceLibrary guidance, PracticeClock clock)
{
    public async Task ShowAsync(ITurnContext turn, Case @case, CancellationToken cancellationToken)
    {
        var approvers = await directory.GetAsync(@case.Practice, cancellationToken);
        var card = new ReceiptCard(guidance).Show(@case, clock.Say(@case.DueAt), WhoDecides(approvers, @case));
        await CardReplies.ShowAsync(turn, card, "Your report was sent", cancellationToken);
    }

    private static Decider WhoDecides(Approvers approvers, Case @case)
    {
        var deciders = approvers.For(@case).ToList();
        return deciders.Count == 0 ? Decider.Nobody
            : deciders.Any(person => approvers.IsManager(person.Id)) ? Decider.Manager
            : Decider.DeputyOnly;
    }
}
