using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// In which team the bot is for each practice just now, and which version of that team's roster counts. Read once a second at most: Teams
/// tells one instance that somebody left or that the bot was taken out, and the others must know it by the next press.
/// </summary>
internal sealed class JoinedTeams(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private Snapshot? _snapshot;
    private int _changes;

    /// <returns><c>null</c> when the bot is in no team for the practice.</returns>
    public async Task<InstallationRow?> OfAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var (now, changes) = (time.GetUtcNow(), Volatile.Read(ref _changes));
        var kept = Volatile.Read(ref _snapshot);
        if (kept is null || kept.Changes != changes || now - kept.ReadAt >= Fresh)
        {
            kept = new Snapshot(await ReadAsync(cancellationToken), changes, now);
            Volatile.Write(ref _snapshot, kept);
        }

        return kept.Teams.GetValueOrDefault(practice);
    }

    /// <summary>What was read of a practice's roster until now counts no more, here and in every other instance.</summary>
    public async Task OutdateAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Installations.Where(row => row.Practice == practice && row.RemovedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.RosterVersion, r => r.RosterVersion + 1), cancellationToken);
        Interlocked.Increment(ref _changes);
    }

    private async Task<IReadOnlyDictionary<PracticeId, InstallationRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Installations.AsNoTracking().Where(row => row.RemovedAt == null).ToDictionaryAsync(row => row.Practice, cancellationToken);
    }

    private sealed record Snapshot(IReadOnlyDictionary<PracticeId, InstallationRow> Teams, int Changes, DateTimeOffset ReadAt);
}
