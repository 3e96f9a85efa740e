using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Asks where the screenshots come from. What is left out stays a gap that those who decide can see.</summary>
internal sealed class ProvenancePrompt(SentPictures pictures, GuidanceLibrary guidance) : CardPrompt(ReportStep.Provenance)
{
    protected override Task<(AdaptiveCard Card, string Summary)> AskAsync(DraftTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult((ProvenanceCard.Ask(turn.Draft, IsClosed(turn.Draft), guidance), "Four short questions about your screenshots"));

    protected override AdaptiveCard Moved(DraftTurn turn) => ProvenanceCard.Moved();

    protected override async Task<Taken> TakeAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (await pictures.TakeBesidesAsync(turn, cancellationToken))
        {
            return new Taken.AskAgain();
        }

        if (turn.IsPressOf(ReportVerbs.Provenance))
        {
            turn.Draft.Provenance = ProvenanceCard.Read(turn.Submission!);
        }
        else if (!turn.Says(ReportVerbs.NoProvenance, "skip", "next", "done", "no", "none"))
        {
            return NotForThisStep(turn);
        }

        var said = turn.Draft.Provenance ??= EvidenceProvenance.NotSaid;
        return new Taken.Answer(ProvenanceCard.Answered(said, guidance));
    }

    private static bool IsClosed(ReportDraft draft) =>
        FormCheck.Choice<PostLocation>(draft.Answers.Location) is PostLocation.Group or PostLocation.DirectMessage
        || FormCheck.Choice<Platform>(draft.Answers.Platform) is Platform.WhatsApp;
}
