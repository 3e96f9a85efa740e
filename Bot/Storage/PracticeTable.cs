using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Which practices there are, and the team that each of them is.</summary>
internal sealed class PracticeTable(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<IReadOnlyList<PracticeRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Practices.AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Writes down, once, that a team is a practice. A practice that is a team already stays that team.</summary>
    /// <returns>The team's practice; <c>null</c> when the practice is another team.</returns>
    public static async Task<PracticeRow?> BindAsync(
        BotDbContext db, PracticeId practice, string team, PersonId? installedBy, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO "Practices" ("Practice", "TeamId", "InstalledBy", "Choices", "Version")
            VALUES ({{practice.Value}}, {{team}}, {{installedBy?.Value}}, {{"{}"}}, 0)
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
        var row = await db.Practices.AsNoTracking().SingleOrDefaultAsync(row => row.TeamId == team, cancellationToken);
        if (row is { InstalledBy: null } && installedBy is { } by)
        {
            await db.Practices.Where(each => each.Practice == row.Practice && each.InstalledBy == null)
                .ExecuteUpdateAsync(each => each.SetProperty(r => r.InstalledBy, (PersonId?)by), cancellationToken);
        }

        return row;
    }

    /// <summary>The configuration says that the practice is another team from now on.</summary>
    public static Task MoveAsync(BotDbContext db, PracticeId practice, string team, CancellationToken cancellationToken) =>
        db.Practices.Where(row => row.Practice == practice && row.TeamId != team)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.TeamId, team), cancellationToken);
}
