using Microsoft.EntityFrameworkCore;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// Forgets conversations that were left in the middle, with what was typed in them. A turn writes no time, which would cost each turn
/// something; instead it is noted now and then which state was met, and how long it is the same one.
/// </summary>
internal sealed class QuietStates(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Forgets what has been met unchanged since an instant or longer. To be called often, compared with that time.</summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset now, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Whoever goes on in this moment either wrote first, and the version is another one, or finds nothing and begins anew.
        var forgotten = await db.BotStates.Where(row => row.QuietETag == row.ETag && row.QuietSince < since).ExecuteDeleteAsync(cancellationToken);
        await db.BotStates.Where(row => row.QuietETag == null || row.QuietETag != row.ETag).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.QuietETag, r => r.ETag).SetProperty(r => r.QuietSince, (DateTimeOffset?)now), cancellationToken);
        if (forgotten > 0)
        {
            await SqliteTraces.RemoveAsync(db, cancellationToken);
        }

        return forgotten;
    }
}
