using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>A night's work in its order: what is deleted has been read before, so that nobody deletes what somebody tampered with unseen.</summary>
internal sealed partial class NightWork(
    CustodyCheck check, FindingLedger ledger, RetentionPurge purge, IOptions<CustodyOptions> options, TimeProvider time, ILogger<NightWork> logger)
{
    /// <param name="stillOurs">Throws when another instance has taken the night over.</param>
    public async Task<CheckReport> DoAsync(PracticeId practice, Func<CancellationToken, Task> stillOurs, CancellationToken cancellationToken)
    {
        var pace = CheckPace.Unhurried(options.Value, stillOurs, time);
        var report = await check.RunAsync(practice, pace, cancellationToken);
        foreach (var finding in report.Findings)
        {
            Log.Found(logger, finding.Kind, finding.Subject, finding.Place);
        }

        await ledger.TellAsync(practice, report.Findings, cancellationToken);
        await purge.RunAsync(practice, pace, cancellationToken);
        return report;
    }

    private static partial class Log
    {
        [LoggerMessage(2803, LogLevel.Error, "Not as it was: {Kind}, {Subject}, place {Place}")]
        public static partial void Found(ILogger logger, Storage.FindingKind kind, string subject, int? place);
    }
}
