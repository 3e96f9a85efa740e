using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Takes the pictures of a message into the report that is being made, and counts what Teams did not hand over.</summary>
internal sealed class SentPictures(EvidenceIntake intake)
{
    /// <returns>One outcome for each thing the message offers; empty when it offers none.</returns>
    public async Task<IReadOnlyList<EvidenceOutcome>> TakeAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        var received = await intake.ReceiveAsync(turn.Caller.Practice, turn.Id, turn.Caller.Id, turn.Message, cancellationToken);
        turn.Draft.MissingEvidence = MissingPictures.After(turn.Draft.MissingEvidence, OfferedPicture.In(turn.Message), received);
        return received;
    }

    /// <summary>At a step that asks for something else: takes them all the same and says what became of them.</summary>
    /// <returns><c>false</c> when the message offers none, or none may be kept.</returns>
    public async Task<bool> TakeBesidesAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Draft.IsAboutSexualImage || await TakeAsync(turn, cancellationToken) is not { Count: > 0 } received)
        {
            return false;
        }

        await CardReplies.ShowAsync(
            turn.Context, ScreenshotsCard.Came(received, turn.Draft.MissingEvidence), "Your screenshots were looked at", cancellationToken);
        return true;
    }
}
