using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Deletes the cases whose time is over: it is begun, each file's key and bytes are destroyed and its event written, and at the end the
/// case goes and its certificate stays. A step that was done is met again and passed over, so that a process killed anywhere finishes
/// the next night. Once it is begun no hold comes in between: what is destroyed could not be brought back.
/// </summary>
internal sealed partial class RetentionPurge(
    IDbContextFactory<BotDbContext> contexts,
    CaseStore cases,
    CaseRecorder recorder,
    PurgeSteps steps,
    RetentionSchedule schedule,
    ILogger<RetentionPurge> logger)
{
    /// <returns>How many cases were deleted to the end.</returns>
    public async Task<int> RunAsync(PracticeId practice, CheckPace pace, CancellationToken cancellationToken)
    {
        var purged = 0;
        foreach (var id in await EndedAsync(practice, cancellationToken))
        {
            await pace.StepAsync(CheckPace.BytesPerEvent, cancellationToken);
            purged += await TryAsync(practice, id, cancellationToken) ? 1 : 0;
        }

        await steps.ForgetCopiesAsync(practice, cancellationToken);
        await steps.ForgetMessagesAsync(practice, schedule.OldestMessage, cancellationToken);
        if (purged > 0)
        {
            await pace.StepAsync(CheckPace.BytesPerEvent, cancellationToken);
            await LeaveNoTracesAsync(cancellationToken);
        }

        return purged;
    }

    /// <summary>The cases are deleted whether this succeeds or not; the next purge does it for them too.</summary>
    private async Task LeaveNoTracesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await steps.LeaveNoTracesAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            Log.TracesLeft(logger, exception.GetType().Name);
        }
    }

    /// <summary>The error boundary of one case: that its file cannot be deleted just now must not keep all others for ever.</summary>
    private async Task<bool> TryAsync(PracticeId practice, CaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.FindAsync(practice, id, cancellationToken) is { } @case && await PurgeAsync(@case, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, id, exception.GetType().Name);
            return false;
        }
    }

    private async Task<bool> PurgeAsync(Case @case, CancellationToken cancellationToken)
    {
        if (@case.Purge is null)
        {
            if (!schedule.IsDue(@case) || await cases.FindMainAsync(@case, cancellationToken) is not null || await BeginAsync(@case, cancellationToken) is not { } begun)
            {
                return false;
            }

            @case = begun;
        }

        if (!await steps.FinishAsync(@case, cancellationToken))
        {
            return false;
        }

        Log.Purged(logger, @case.Id);
        return true;
    }

    /// <returns><c>null</c> when somebody was first: a hold, for example. The next night asks again.</returns>
    private async Task<Case?> BeginAsync(Case @case, CancellationToken cancellationToken) =>
        @case.BeginPurge(schedule.ClockOf(@case)!.Rule, schedule.Now) is CaseOutcome.Recorded recorded
        && await recorder.CommitAsync(recorded, cancellationToken)
            ? recorded.Case
            : null;

    private async Task<IReadOnlyList<CaseId>> EndedAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cases.Where(row => row.Practice == practice && row.SettledAt != null)
            .OrderBy(row => row.SettledAt)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(2811, LogLevel.Information, "Case {Case} was deleted under the retention rules; its certificate is kept")]
        public static partial void Purged(ILogger logger, CaseId @case);

        [LoggerMessage(2812, LogLevel.Error, "Case {Case} could not be deleted to the end ({Exception}); it is gone on with the next night")]
        public static partial void Failed(ILogger logger, CaseId @case, string exception);

        [LoggerMessage(2813, LogLevel.Warning, "The database could not be written anew after a purge ({Exception}); traces of what was deleted can be left in it")]
        public static partial void TracesLeft(ILogger logger, string exception);
    }
}
