using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Degraded when the last check found something wrong, or when none was finished for two days.</summary>
internal sealed class CustodyHealthCheck(CustodyRuns runs, Practices practices, PracticeClock clock) : IHealthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    private readonly DateTimeOffset _since = clock.Now;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var results = new List<HealthCheckResult>();
        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            results.Add(Say(await runs.LastFinishedAsync(practice.Id, cancellationToken)));
        }

        // Of several practices the one that needs looking at; which one it is, is nobody's business who is not signed in.
        return results.MinBy(result => result.Status);
    }

    private HealthCheckResult Say(CustodyRunRow? last)
    {
        if (last is not { FinishedAt: { } at })
        {
            return clock.Now - _since < Longest
                ? HealthCheckResult.Healthy("No nightly check has been made yet.")
                : HealthCheckResult.Degraded("No nightly check could be made for two days.");
        }

        var result = $"Last check: {clock.Say(at)}. Cases: {last.Cases}. Events: {last.Events}. Files: {last.Files}. Not as they were: {last.Findings}.";
        return last.Findings > 0 ? HealthCheckResult.Degraded(result)
            : clock.Now - at > Longest ? HealthCheckResult.Degraded($"{result} That is more than two days ago.")
            : HealthCheckResult.Healthy(result);
    }
}
