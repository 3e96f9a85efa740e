using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>What happens to evidence together with a case, in the case's own transaction.</summary>
internal static class EvidenceTable
{
    /// <summary>
    /// Until the caller's transaction ends, nobody else adds to this draft or makes it a case. SQLite has one that writes at a time anyway.
    /// </summary>
    public static async Task HoldAsync(BotDbContext db, CaseId draft, CancellationToken cancellationToken)
    {
        if (db is PostgresBotDbContext)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({draft.ToString()}, 0))", cancellationToken);
        }
    }

    /// <summary>What was recorded for a draft after these were read, in the order in which it came.</summary>
    public static async Task<IReadOnlyList<SealedEvidence>> ListSinceAsync(
        BotDbContext db, CaseId draft, IReadOnlyList<SealedEvidence> read, CancellationToken cancellationToken)
    {
        var known = read.Select(file => file.Sha256).ToHashSet();
        var rows = await db.Evidence.AsNoTracking()
            .Where(row => row.Draft == draft && row.RedactionOf == null && row.AbandonedAt == null && row.State != EvidenceState.Purged)
            .OrderBy(row => row.Place)
            .ToListAsync(cancellationToken);
        return [.. rows.Where(row => !known.Contains(row.Sha256)).Select(row => row.Sealed)];
    }

    /// <summary>A screenshot that waited under an id of its own becomes the last one of a case.</summary>
    /// <exception cref="InvalidOperationException">It is no longer there: a case must not speak of a file that nobody has.</exception>
    public static async Task AdoptAsync(BotDbContext db, PracticeId practice, EvidenceId id, CaseId @case, CancellationToken cancellationToken)
    {
        var place = 1 + (await db.Evidence.Where(row => row.Draft == @case).MaxAsync(row => (int?)row.Place, cancellationToken) ?? 0);
        var adopted = await db.Evidence.Where(row => row.Id == id && row.Practice == practice).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.Draft, @case)
                .SetProperty(r => r.Place, place)
                .SetProperty(r => r.AbandonedAt, (DateTimeOffset?)null),
            cancellationToken);
        if (adopted != 1)
        {
            throw new InvalidOperationException("The evidence was deleted while it became a case's.");
        }
    }

    /// <summary>Gives a case's screenshot the name that the case has for it from now on.</summary>
    public static Task RenameAsync(BotDbContext db, PracticeId practice, EvidenceId id, string name, CancellationToken cancellationToken) =>
        db.Evidence.Where(row => row.Id == id && row.Practice == practice)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Name, name), cancellationToken);
}
