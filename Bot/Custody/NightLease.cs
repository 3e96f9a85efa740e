using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>One night of one practice, held by this instance while it works on it.</summary>
internal sealed class NightLease(CustodyRuns runs, PracticeId practice, DateOnly night, TimeProvider time)
{
    /// <summary>Longer than one file takes; an instance that is gone for so long is taken for dead.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    private readonly Guid _worker = Guid.NewGuid();
    private DateTimeOffset _renewed = time.GetUtcNow();

    public Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        _renewed = time.GetUtcNow();
        return runs.ClaimAsync(practice, night, _worker, _renewed, _renewed + Length, cancellationToken);
    }

    /// <exception cref="LeaseLostException"></exception>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _renewed < Length / 5)
        {
            return;
        }

        _renewed = now;
        if (!await runs.RenewAsync(practice, night, _worker, now + Length, cancellationToken))
        {
            throw new LeaseLostException();
        }
    }

    /// <summary>Gives an unfinished night back, to be begun again at the next tick.</summary>
    public Task GiveBackAsync(CancellationToken cancellationToken) =>
        runs.RenewAsync(practice, night, _worker, time.GetUtcNow().AddTicks(-1), cancellationToken);

    public Task FinishAsync(CheckReport report, CancellationToken cancellationToken) => runs.FinishAsync(
        new CustodyRunRow
        {
            Practice = practice,
            Night = night,
            LeasedBy = _worker,
            LeasedUntil = _renewed,
            FinishedAt = time.GetUtcNow(),
            Cases = report.Cases,
            Events = report.Events,
            Files = report.Files,
            Findings = report.Findings.Count,
        },
        cancellationToken);
}
