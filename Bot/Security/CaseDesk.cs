using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Hands out cases: to those who may decide them, and to their reporters. Whoever may not have a case learns nothing from that, not even
/// whether it exists; the attempt is kept in the case's own record.
/// </summary>
internal sealed partial class CaseDesk(
    CaseStore store,
    CaseRecorder recorder,
    CaseViewers viewers,
    Certificates certificates,
    PracticeClock clock,
    ILogger<CaseDesk> logger)
{
    /// <summary>One sentence for a case that does not exist and for one that is not theirs, so that it gives no hint.</summary>
    public const string NoCase = "I cannot find that case, or it is not yours to decide. A reference looks like RMC-2026-0001.";

    /// <param name="attempted">The verb or command, for the record when it is refused.</param>
    /// <returns><c>null</c> when there is no such case, or none for this person.</returns>
    public async Task<OpenedCase?> OpenAsync(Caller caller, CaseId id, string attempted, CancellationToken cancellationToken) =>
        await OpenAsync(caller, await store.FindAsync(caller.Practice, id, cancellationToken), attempted, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Caller, CaseId, string, CancellationToken)"/>
    public async Task<OpenedCase?> OpenAsync(Caller caller, CaseReference reference, string attempted, CancellationToken cancellationToken) =>
        await OpenAsync(caller, await store.FindByReferenceAsync(caller.Practice, reference, cancellationToken), attempted, cancellationToken);

    /// <returns><c>null</c> when there is no such case, or somebody else reported it.</returns>
    public async Task<Case?> OpenForReporterAsync(Caller caller, CaseId id, string attempted, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(caller.Practice, id, cancellationToken);
        if (found is null || found.Reporter.Id == caller.Id)
        {
            return found;
        }

        await RefuseAsync(caller, found, attempted, cancellationToken);
        return null;
    }

    /// <summary>
    /// What to say to somebody who got no case: those who decide are told of one that was deleted when its time was over; that there
    /// was one, and when it went, is all that is known of it.
    /// </summary>
    public async Task<string> WhyNoCaseAsync(Caller caller, CaseReference? reference, CancellationToken cancellationToken) =>
        reference is { } asked
        && await certificates.FindAsync(caller.Practice, asked, cancellationToken) is { } certificate
        && await viewers.IsApproverAsync(caller, cancellationToken)
            ? $"Case {asked} was deleted on {PracticeClock.Say(clock.DayOf(certificate.PurgedAt))}, because its retention time was over "
                + $"({certificate.Rule}). A certificate with hashes is all that is kept of it."
            : NoCase;

    /// <summary>
    /// Applies a command and stores what came of it. When somebody was first, the command meets the case as they left it, and so learns
    /// who it was.
    /// </summary>
    /// <returns>The case as it is now, and the outcome.</returns>
    public async Task<(Case Case, CaseOutcome Outcome)> ApplyAsync(
        Case current,
        Func<Case, CaseOutcome> command,
        CancellationToken cancellationToken)
    {
        var outcome = command(current);
        while (outcome is CaseOutcome.Recorded recorded)
        {
            if (await recorder.CommitAsync(recorded, cancellationToken))
            {
                return (recorded.Case, recorded);
            }

            Log.SomebodyWasFirst(logger, current.Id, current.Version);
            current = await store.FindAsync(current.Practice, current.Id, cancellationToken)
                ?? throw new InvalidOperationException("The case was deleted while it was being changed.");
            outcome = command(current);
        }

        Log.NotRecorded(logger, current.Id, outcome is CaseOutcome.NotAllowed refused ? refused.Why.ToString() : outcome.GetType().Name);
        return (current, outcome);
    }

    private async Task<OpenedCase?> OpenAsync(Caller caller, Case? found, string attempted, CancellationToken cancellationToken)
    {
        if (found is null)
        {
            return null;
        }

        if (await viewers.ShowAsync(found, caller.Id, cancellationToken) is { } opened)
        {
            return opened;
        }

        await RefuseAsync(caller, found, attempted, cancellationToken);
        return null;
    }

    /// <summary>Keeps in the case's own record that somebody tried what is not possible.</summary>
    public Task AuditRefusalAsync(Caller caller, Case @case, string attempted, CancellationToken cancellationToken) =>
        recorder.AuditAsync(@case, new ActionRefused(caller.Id, clock.Now, attempted), cancellationToken);

    private Task RefuseAsync(Caller caller, Case @case, string attempted, CancellationToken cancellationToken)
    {
        Log.Refused(logger, @case.Id, attempted);
        return AuditRefusalAsync(caller, @case, attempted, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(2701, LogLevel.Warning, "Case {Case} was not shown to somebody who may not have it ({Attempted})")]
        public static partial void Refused(ILogger logger, CaseId @case, string attempted);

        [LoggerMessage(2702, LogLevel.Information, "Somebody was first to change case {Case} from version {Version}")]
        public static partial void SomebodyWasFirst(ILogger logger, CaseId @case, int version);

        [LoggerMessage(2703, LogLevel.Information, "Nothing was recorded for case {Case} ({Why})")]
        public static partial void NotRecorded(ILogger logger, CaseId @case, string why);
    }
}
