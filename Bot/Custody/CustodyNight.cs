using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// What is done once each night for the practice: everything is read again, what is wrong is told, and what has been kept long enough is
/// deleted. Nothing is fired: every tick asks which night is due and not done, so that downtime, two instances, a crash in the middle and
/// a change of the clocks need no care of their own. A night that is begun again tells nothing twice, because what was told is written down.
/// </summary>
internal sealed partial class CustodyNight(
    CustodySchedule schedule,
    CustodyRuns runs,
    NightWork work,
    IOptions<PracticeOptions> practice,
    TimeProvider time,
    ILogger<CustodyNight> logger)
{
    public async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        var id = new PracticeId(practice.Value.Id);
        if (schedule.LastNight is not { } night)
        {
            return;
        }

        var lease = new NightLease(runs, id, night, time);
        if (!await lease.TakeAsync(cancellationToken))
        {
            return;
        }

        try
        {
            var report = await work.DoAsync(id, lease.KeepAsync, cancellationToken);
            await lease.FinishAsync(report, cancellationToken);
            Log.Finished(logger, night, report.Cases, report.Events, report.Files, report.Findings.Count);
        }
        catch (LeaseLostException)
        {
            Log.LeaseLost(logger, night);
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
        [LoggerMessage(2801, LogLevel.Information, "Night of {Night:yyyy-MM-dd}: {Cases} cases, {Events} events and {Files} files were read again; {Findings} are not as they were")]
        public static partial void Finished(ILogger logger, DateOnly night, int cases, int events, int files, int findings);

        [LoggerMessage(2802, LogLevel.Warning, "Night of {Night:yyyy-MM-dd}: another instance has taken the check over")]
        public static partial void LeaseLost(ILogger logger, DateOnly night);
    }
}
