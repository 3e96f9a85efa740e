using System.Diagnostics;
using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What somebody has reported before. Everybody sees their own reports and nobody else's.</summary>
internal sealed class OwnReports(
    CaseStore cases, CaseRecorder recorder, Receipts receipts, EvidenceLink link, GuidanceLibrary guidance, PracticeClock clock)
{
    public const int PageSize = 10;

    public async Task ListAsync(Caller caller, ITurnContext turn, int page, CancellationToken cancellationToken)
    {
        var upToOneMore = await cases.ListByReporterAsync(caller.Practice, caller.Id, ((page + 1) * PageSize) + 1, cancellationToken);
        var shown = new List<Case>();
        foreach (var own in upToOneMore.Skip(page * PageSize).Take(PageSize))
        {
            shown.Add(own.ForItsReporter(await cases.FindMainAsync(own, cancellationToken)));
        }

        var card = new MyReportsCard(guidance, clock, link.To).Show(shown, page, hasMore: upToOneMore.Count > (page + 1) * PageSize);
        await CardReplies.ShowAsync(turn, card, "The reports you have sent", cancellationToken);
    }

    public async Task WithdrawAsync(Caller caller, ITurnContext turn, CaseId? id, CancellationToken cancellationToken) =>
        await CardReplies.SayAsync(turn, Sentence(await WithdrawAsync(caller, id, cancellationToken)), cancellationToken);

    /// <summary>The receipt of a report that was sent before.</summary>
    /// <returns><c>false</c> when this person sent no such report.</returns>
    public async Task<bool> ShowReceiptAsync(Caller caller, ITurnContext turn, CaseId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, id, cancellationToken) is not { } sent)
        {
            return false;
        }

        await receipts.ShowAsync(turn, sent, cancellationToken);
        return true;
    }

    private async Task<(Case? Case, CaseOutcome? Outcome)> WithdrawAsync(Caller caller, CaseId? id, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (id is not { } known || await FindAsync(caller, known, cancellationToken) is not { } current)
            {
                return (null, null);
            }

            var outcome = current.Withdraw(caller.Person.Named, clock.Now, await cases.FindMainAsync(current, cancellationToken));
            if (outcome is not CaseOutcome.Recorded recorded || await recorder.CommitAsync(recorded, cancellationToken))
            {
                return (current, outcome);
            }

            // Somebody was first. Each time round the case has moved on, and it can only move so far.
        }
    }

    private async Task<Case?> FindAsync(Caller caller, CaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(caller.Practice, id, cancellationToken) is { } found && found.Reporter.Id == caller.Id ? found : null;

    private string Sentence((Case? Case, CaseOutcome? Outcome) withdrawn) => withdrawn switch
    {
        (null, _) => ReportSentences.NoSuchReport,
        ({ } was, CaseOutcome.Recorded { Event: ReportTakenBack } or CaseOutcome.Recorded { Together: not null }) =>
            $"Report {was.Reference} is withdrawn. Somebody else has reported the same post, so the people who decide still look at it. You will hear nothing more of it.",
        ({ } was, CaseOutcome.Recorded) =>
            $"Report {was.Reference} is withdrawn. The people who would have decided are told. Nothing more will happen with it."
                + (was.HasOriginalsInOneDrive ? " " + guidance.Sentences.OriginalIsYours : ""),
        ({ } was, CaseOutcome.AlreadyWithdrawn already) => $"Report {was.Reference} was already withdrawn on {clock.Say(already.At)}.",
        ({ } was, CaseOutcome.AlreadyMerged) => $"Report {was.Reference} was decided with another one of the same post, so it can no longer be withdrawn.",
        ({ } was, CaseOutcome.AlreadyDecided decided) =>
            $"Report {was.Reference} was already decided on {clock.Say(decided.At)}, so it can no longer be withdrawn. Write \"my reports\" to see what was decided.",
        _ => throw new UnreachableException(),
    };
}
