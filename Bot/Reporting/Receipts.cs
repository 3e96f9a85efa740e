using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What the reporter gets for a sent report: reference, date, and what each screenshot's number is.</summary>
internal sealed class Receipts(
    ApproverDirectory directory, EvidenceRecords records, EvidenceLink link, GuidanceLibrary guidance, PracticeClock clock)
{
    public async Task ShowAsync(ITurnContext turn, Case @case, CancellationToken cancellationToken)
    {
        var approvers = await directory.GetAsync(@case.Practice, cancellationToken);
        var waiting = await WaitingAsync(@case, cancellationToken);
        var card = new ReceiptCard(guidance).Show(@case, clock.Say(@case.DueAt), WhoDecides(approvers, @case), waiting, link.To(@case.Reference));
        await CardReplies.ShowAsync(turn, card, "Your report was sent", cancellationToken);
    }

    private async Task<IReadOnlySet<EvidenceId>> WaitingAsync(Case @case, CancellationToken cancellationToken) =>
        @case.Evidence.Count == 0
            ? new HashSet<EvidenceId>()
            : (await records.ListForCaseAsync(@case.Practice, @case.Id, cancellationToken))
                .Where(record => record.State == EvidenceState.Quarantined)
                .Select(record => record.Id)
                .ToHashSet();

    private static Decider WhoDecides(Approvers approvers, Case @case)
    {
        var deciders = approvers.For(@case).ToList();
        var here = approvers.HereFor(@case).ToList();
        if (deciders.Count > 0 && !approvers.All.Any(deciders.Contains))
        {
            return Decider.Partner;
        }

        // What is said of who sees it must stay true when the others are known.
        var isManagersOut = @case.ConcernsManager && here.Count > 0;
        if (!approvers.IsComplete && !isManagersOut && !here.Any(person => approvers.IsManager(person.Id)))
        {
            return Decider.NotKnownYet;
        }

        bool HasManager(List<Person> people) => people.Any(person => approvers.IsManager(person.Id));
        return (deciders.Count > 0, HasManager(deciders), here.Count > 0, HasManager(here)) switch
        {
            (false, _, _, _) => Decider.Nobody,
            (_, true, false, _) => Decider.EverybodyIsAway,
            (_, true, _, true) => Decider.Manager,
            (_, true, _, false) => Decider.DeputyWhileManagerIsAway,
            (_, false, true, _) => Decider.DeputyOnly,
            (_, false, false, _) => Decider.DeputyOnlyWhoIsAway,
        };
    }
}
