using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>
/// Runs the process's checks, one run at a time. Whoever asks from outside gets what was found lately: nobody can make the bot write files
/// or ask for tokens by asking how it is.
/// </summary>
internal sealed class SelfTests(HealthCheckService checks, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CostlyKept = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private Run? _cheap;
    private Run? _costly;

    /// <summary>At most ten seconds old, and of costly checks at most two minutes.</summary>
    public Task<HealthReport> RecentAsync(CancellationToken cancellationToken) => RunAsync(Kept, CostlyKept, cancellationToken);

    /// <summary>Everything is looked at now.</summary>
    public Task<HealthReport> NowAsync(CancellationToken cancellationToken) => RunAsync(TimeSpan.Zero, TimeSpan.Zero, cancellationToken);

    public void Dispose() => _one.Dispose();

    private async Task<HealthReport> RunAsync(TimeSpan kept, TimeSpan costlyKept, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            _cheap = await RunAsync(_cheap, kept, check => !check.Tags.Contains(CheckTags.Costly), cancellationToken);
            _costly = await RunAsync(_costly, costlyKept, check => check.Tags.Contains(CheckTags.Costly), cancellationToken);
            return new HealthReport(
                _cheap.Report.Entries.Concat(_costly.Report.Entries).ToImmutableSortedDictionary(StringComparer.Ordinal),
                _cheap.Report.TotalDuration + _costly.Report.TotalDuration);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<Run> RunAsync(Run? last, TimeSpan kept, Func<HealthCheckRegistration, bool> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return last is not null && now - last.At < kept && now >= last.At
            ? last
            : new Run(await checks.CheckHealthAsync(which, cancellationToken), now);
    }

    private sealed record Run(HealthReport Report, DateTimeOffset At);
}
