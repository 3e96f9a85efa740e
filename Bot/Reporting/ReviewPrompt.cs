using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Everything in one card. Ends with <see cref="ReviewAnswer"/>.</summary>
internal sealed class ReviewPrompt(FormReader reader, SentPictures pictures, EvidenceRecords records, GuidanceLibrary guidance)
    : CardPrompt(ReportStep.Review)
{
    public static bool IsSend(DraftTurn turn) => turn.Says(ReportVerbs.Send, "send", "yes", "send it");

    protected override async Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var form = await reader.ReadAsync(turn, cancellationToken);
        var kept = await records.ListForDraftAsync(turn.Id, cancellationToken);
        return (new ReviewCard(guidance).Ask(turn.Draft, form.Facts, kept), "Your report is ready to be looked over");
    }

    protected override AdaptiveCard Moved(DraftTurn turn) => ReviewCard.Moved();

    protected override async Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken) =>
        await pictures.TakeBesidesAsync(turn, cancellationToken) ? new Taken.AskAgain()
        : IsSend(turn) ? new Taken.Answer(ReviewCard.Sending(), ReviewAnswer.Send)
        : turn.Says(ReportVerbs.Change, "change", "edit") ? new Taken.Answer(ReviewCard.Changing(), ReviewAnswer.Change)
        : NotForThisStep(turn);
}
