using System.Runtime.ExceptionServices;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// What is done once each night for every practice: everything is read again, what is wrong is told, and what has been kept long enough is
/// deleted. Nothing is fired: every tick asks which night is due and not done, so that downtime, two instances, a crash in the middle and
/// a change of the clocks need no care of their own. A night that is begun again tells nothing twice, because what was told is written down.
/// </summary>
internal sealed partial class CustodyNight(
    CustodySchedule schedule,
    CustodyRuns runs,
    NightWork work,
    Practices practices,
    TimeProvider time,
    ILogger<CustodyNight> logger)
{
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        if (schedule.LastNight is not { } night)
        {
            return;
        }

        // One that cannot be checked must not keep the others from being checked.
        ExceptionDispatchInfo? failure = null;
        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            try
            {
                await ReconcileAsync(practice.Id, night, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        failure?.Throw();
    }

    private async Task ReconcileAsync(PracticeId id, DateOnly night, CancellationToken cancellationToken)
    {
        var lease = new NightLease(runs, id, night, time);
        if (!await lease.TakeAsync(cancellationToken))
        {
            return;
        }

        try
        {
            var report = await work.DoAsync(id, lease.KeepAsync, cancellationToken);
            await lease.FinishAsync(report, cancellationToken);
            Log.Finished(logger, night, id, report.Cases, report.Events, report.Files, report.Findings.Count);
        }
        catch (LeaseLostException)
        {
            Log.LeaseLost(logger, night, id);
        }
        catch
        {
            // Not to wait for the lease to run out: the database may be back, or the process be started again, much sooner.
            await lease.GiveBackAsync(CancellationToken.None);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2801, LogLevel.Information, "Night of {Night:yyyy-MM-dd}, practice {Practice}: {Cases} cases, {Events} events and {Files} files were read again; {Findings} are not as they were")]
        public static partial void Finished(ILogger logger, DateOnly night, PracticeId practice, int cases, int events, int files, int findings);

        [LoggerMessage(2802, LogLevel.Warning, "Night of {Night:yyyy-MM-dd}, practice {Practice}: another instance has taken the check over")]
        public static partial void LeaseLost(ILogger logger, DateOnly night, PracticeId practice);
    }
}
