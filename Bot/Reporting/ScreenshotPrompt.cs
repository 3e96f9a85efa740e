using AdaptiveCards;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Takes screenshots, message by message, until the reporter is done.</summary>
internal sealed class ScreenshotPrompt(SentPictures pictures, EvidenceRecords records, GuidanceLibrary guidance)
    : CardPrompt(ReportStep.Screenshots)
{
    // What came of the message of this turn; the dialog is made anew for each.
    private IReadOnlyList<EvidenceOutcome> _received = [];

    protected override async Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var kept = await records.ListForDraftAsync(turn.Id, cancellationToken);
        return _received.Count == 0
            ? (ScreenshotsCard.Ask(turn.Draft, kept, guidance), "Now the screenshots, if you have any")
            : (ScreenshotsCard.Received(turn.Draft, kept, _received), "Your screenshots were looked at");
    }

    protected override AdaptiveCard Moved(DraftTurn turn) => ScreenshotsCard.Moved(guidance);

    protected override async Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        _received = await pictures.TakeAsync(turn, cancellationToken);
        if (_received.Count > 0)
        {
            return new Taken.AskAgain();
        }

        if (turn.Says(ReportVerbs.AllHere, "all here", "nothing is missing"))
        {
            turn.Draft.MissingEvidence = 0;
            return new Taken.AskAgain();
        }

        if (!turn.Says(ReportVerbs.Done, "done", "next", "finished", "that is all")
            && !turn.Says(ReportVerbs.None, "none", "no", "i have none", "skip"))
        {
            return NotForThisStep(turn);
        }

        var kept = await records.ListForDraftAsync(turn.Id, cancellationToken);
        return new Taken.Answer(ScreenshotsCard.Answered(kept, turn.Draft.MissingEvidence));
    }
}
