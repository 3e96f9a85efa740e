using Microsoft.Bot.Builder;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Names of pictures that came after a report and hold what looks like a patient's details. The picture is with the report at once, its name
/// with stars; here the name waits as it was sent, in case its sender needs it.
/// </summary>
internal sealed class LateNames(ConversationState state, CaseStore cases, CaseRecorder recorder, PracticeClock clock)
{
    /// <summary>Of older ones the stars stay.</summary>
    private const int MostRemembered = 10;

    private readonly IStatePropertyAccessor<Asked?> _asked = state.CreateProperty<Asked?>("late-names");

    public async Task AskAsync(Caller caller, ITurnContext turn, Batch batch, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caller.Practice, new CaseId(batch.Case), cancellationToken) is not { } @case)
        {
            return;
        }

        var earlier = await FindAsync(caller, turn, cancellationToken);
        await RememberAsync(caller, turn, [.. earlier.TakeLast(MostRemembered - 1), batch], cancellationToken);
        var card = LateNameCard.Ask(@case.Reference, new CaseId(batch.Id), [.. batch.Files.SelectMany(PointedOut.In)]);
        await CardReplies.ShowAsync(turn, card, "A question about your picture", cancellationToken);
    }

    public async Task AnswerAsync(Caller caller, ITurnContext turn, Submission submission, CancellationToken cancellationToken)
    {
        var all = await FindAsync(caller, turn, cancellationToken);
        if (all.FirstOrDefault(one => one.Id == submission.Draft?.Value) is not { } batch)
        {
            await CardReplies.SayAsync(turn, ReportSentences.AlreadyAnswered, cancellationToken);
            return;
        }

        var keeps = submission.Verb == ReportVerbs.LateNameKept;
        var reason = submission.Filled(PatientDetailsCard.Reason).Trim();
        if (keeps && reason.Length == 0)
        {
            await CardReplies.SayAsync(turn, ReportSentences.LateNameNeedsReason, cancellationToken);
            return;
        }

        await RememberAsync(caller, turn, [.. all.Where(one => one != batch)], cancellationToken);
        var left = !keeps ? LateNameCard.Starred()
            : await KeepAsync(caller, batch, reason, cancellationToken) ? LateNameCard.Kept()
            : LateNameCard.TooLate(ReportSentences.LateNameTooLate);
        await CardReplies.ReplaceAsync(turn, left, turn.Activity.ReplyToId, cancellationToken);
    }

    /// <returns><c>false</c> when the report has come to its end meanwhile.</returns>
    private async Task<bool> KeepAsync(Caller caller, Batch batch, string reason, CancellationToken cancellationToken)
    {
        var why = PatientDetails.Mask(CardParts.Beginning(reason, ReportedFacts.MaxShortTextLength));
        foreach (var file in batch.Files)
        {
            var details = new KeptPatientDetails([.. PointedOut.In(file).Select(one => one.Said)], why);
            if (!await KeepAsync(caller, new CaseId(batch.Case), file, details, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> KeepAsync(Caller caller, CaseId id, SealedEvidence file, KeptPatientDetails details, CancellationToken cancellationToken)
    {
        while (await cases.FindAsync(caller.Practice, id, cancellationToken) is { } current)
        {
            var outcome = current.KeepName(file.Id, file.Name, details, caller.Person.Named, clock.Now);
            if (outcome is not CaseOutcome.Recorded recorded)
            {
                // Said before: by this same press, delivered again.
                return outcome is CaseOutcome.NotAllowed { Why: Refusal.SaidBefore };
            }

            if (await recorder.CommitAsync(recorded, cancellationToken))
            {
                return true;
            }

            // Somebody was first. The case has moved on, and it can only move so far.
        }

        return false;
    }

    private async Task<IReadOnlyList<Batch>> FindAsync(Caller caller, ITurnContext turn, CancellationToken cancellationToken) =>
        await _asked.GetAsync(turn, null, cancellationToken) is { } asked && asked.Sender == caller.Id.Value ? asked.Batches : [];

    private Task RememberAsync(Caller caller, ITurnContext turn, IReadOnlyList<Batch> batches, CancellationToken cancellationToken) => batches.Count == 0
        ? _asked.DeleteAsync(turn, cancellationToken)
        : _asked.SetAsync(turn, new Asked { Sender = caller.Id.Value, Batches = batches }, cancellationToken);

    /// <summary>Pictures of one message whose names are asked about.</summary>
    /// <param name="Id">Under which they came.</param>
    /// <param name="Case">The id of the report that they belong to now.</param>
    /// <param name="Files">With their names as they were sent.</param>
    internal sealed record Batch(Guid Id, Guid Case, IReadOnlyList<SealedEvidence> Files);

    internal sealed class Asked
    {
        public string Sender { get; set; } = "";

        public IReadOnlyList<Batch> Batches { get; set; } = [];
    }
}
