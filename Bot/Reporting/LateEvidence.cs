using System.Diagnostics;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Makes sealed pictures part of a case that was reported before. Each becomes the case's own in the same transaction as the event that
/// says so; what the case does not take is deleted.
/// </summary>
internal sealed class LateEvidence(
    EvidenceRecords records,
    EvidenceIntake intake,
    CaseStore cases,
    CaseRecorder recorder,
    IOptions<EvidenceOptions> options,
    PracticeClock clock)
{
    public Task<IReadOnlyList<SealedEvidence>> ListAsync(CaseId waiting, CancellationToken cancellationToken) =>
        records.ListForDraftAsync(waiting, cancellationToken);

    /// <param name="id">A case of this person.</param>
    /// <param name="waiting">Under which the pictures are kept until now.</param>
    public async Task<Result> AddAsync(Caller caller, CaseId id, CaseId waiting, CancellationToken cancellationToken)
    {
        var pictures = await records.ListForDraftAsync(waiting, cancellationToken);
        var result = new Result(await FindAsync(caller, id, cancellationToken), [], [], pictures.Count == 0 ? ReportSentences.PictureGone : null);
        foreach (var picture in pictures)
        {
            var shown = picture with { Name = PatientDetails.Mask(picture.Name) };
            if (shown != picture)
            {
                await records.RenameAsync(picture.Id, shown.Name, cancellationToken);
            }

            var (now, outcome) = await ReceiveAsync(caller, result.Case, shown, cancellationToken);
            result = outcome is CaseOutcome.Recorded
                ? result with { Case = now, Added = [.. result.Added, shown], Starred = shown == picture ? result.Starred : [.. result.Starred, picture] }
                : result with { Case = now, Refused = WhyNot(now, outcome) };
        }

        await intake.DiscardAsync(waiting, cancellationToken);
        return result;
    }

    private async Task<(Case Case, CaseOutcome? Outcome)> ReceiveAsync(
        Caller caller, Case current, SealedEvidence picture, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (current.Evidence.Count >= options.Value.MaxFiles)
            {
                return (current, null);
            }

            var outcome = current.Receive(picture, caller.Person.Named, clock.Now);
            if (outcome is not CaseOutcome.Recorded recorded)
            {
                return (current, outcome);
            }

            if (await recorder.CommitAsync(recorded, cancellationToken))
            {
                return (recorded.Case, outcome);
            }

            // Somebody was first. The case has moved on, and it can only move so far.
            current = await FindAsync(caller, current.Id, cancellationToken);
        }
    }

    private async Task<Case> FindAsync(Caller caller, CaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(caller.Practice, id, cancellationToken) ?? throw new InvalidOperationException("A case was deleted while it was being changed.");

    /// <param name="outcome"><c>null</c> when the case already has as many as it may.</param>
    private string WhyNot(Case @case, CaseOutcome? outcome) => outcome switch
    {
        null => RefusalSentences.For(EvidenceRefusal.TooMany, options.Value),
        CaseOutcome.NotAllowed { Why: Refusal.AlreadyReceived } => $"Report {@case.Reference} already has that very picture, so I have not kept it twice.",
        CaseOutcome.AlreadyDecided or CaseOutcome.AlreadyWithdrawn or CaseOutcome.AlreadyMerged =>
            $"Report {@case.Reference} has come to its end meanwhile, so I have not kept that picture. Write \"my reports\" to see how it stands.",
        _ => throw new UnreachableException(),
    };

    /// <param name="Case">As it is now.</param>
    /// <param name="Starred">Those whose names held what looks like a patient's details and are now shown with stars, as they were sent.</param>
    /// <param name="Refused">Why one was not taken, in a sentence; <c>null</c> when all were.</param>
    internal sealed record Result(Case Case, IReadOnlyList<SealedEvidence> Added, IReadOnlyList<SealedEvidence> Starred, string? Refused);
}
