using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What is said instead of asking for screenshots when a sexual image is reported. None may be kept, whenever it came.</summary>
internal sealed class SexualImageNotice(EvidenceIntake intake, EvidenceRecords records, GuidanceLibrary guidance)
{
    public async Task InsteadOfScreenshotsAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        // Pictures may be there from before the reporter changed the kind.
        var had = await records.ListForDraftAsync(turn.Id, cancellationToken);
        await intake.DiscardAsync(turn.Id, cancellationToken);
        (turn.Draft.MissingEvidence, turn.Draft.Provenance) = (0, null);
        var card = SexualImageCard.Show(guidance.SexualImage, picturesDeleted: had.Count > 0);
        await CardReplies.ShowAsync(turn.Context, card, "Please read this before you go on", cancellationToken);
    }
}
