using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>In which team the bot is installed for a practice. That team's roster is the practice, its channel gets the summary.</summary>
internal sealed class Installations(IDbContextFactory<BotDbContext> contexts, IOptions<PracticeOptions> options, TimeProvider time)
{
    private readonly Func<BotDbContext, PracticeId, CancellationToken, Task<InstallationRow?>> _get = EF.CompileAsyncQuery(
        (BotDbContext db, PracticeId practice, CancellationToken _) =>
            db.Installations.AsNoTracking().SingleOrDefault(row => row.Practice == practice && row.RemovedAt == null));

    /// <summary>The bot was added to a team, or something about that team changed.</summary>
    /// <returns><c>false</c> when it is not a team, or when the practice is another team: the first one, or the one configured.</returns>
    public async Task<bool> RecordAsync(PracticeId practice, IActivity activity, CancellationToken cancellationToken)
    {
        if (!activity.TryGetChannelData<TeamsChannelData>(out var data) || data?.Team?.Id is not { } team
            || (options.Value.TeamId is { Length: > 0 } configured && configured != team))
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Installations.SingleOrDefaultAsync(
            row => row.Practice == practice && row.RemovedAt == null,
            cancellationToken);
        if (known is not null && known.TeamId != team)
        {
            return false;
        }

        if (known is null)
        {
            known = New(practice, team, activity, data, time.GetUtcNow());
            db.Installations.Add(known);
        }

        known.TeamName = data.Team.Name ?? known.TeamName;
        known.ChannelId = data.Settings?.SelectedChannel?.Id ?? known.ChannelId;
        known.ServiceUrl = activity.ServiceUrl;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // Two activities tell of one installation: the other was first, and said the same unless it was another team.
            return (await GetAsync(practice, cancellationToken))?.TeamId == team;
        }
    }

    /// <summary>The bot was taken out of a team.</summary>
    public async Task RemoveAsync(PracticeId practice, string teamId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Installations
            .Where(row => row.Practice == practice && row.TeamId == teamId && row.RemovedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.RemovedAt, (DateTimeOffset?)now), cancellationToken);
    }

    /// <summary>Where the bot is installed for the practice; <c>null</c> when it is nowhere.</summary>
    public async Task<InstallationRow?> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await _get(db, practice, cancellationToken);
    }

    private static InstallationRow New(
        PracticeId practice,
        string team,
        IActivity activity,
        TeamsChannelData data,
        DateTimeOffset now) => new()
        {
            Practice = practice,
            TeamId = team,
            TeamName = data.Team.Name ?? "",

            // Teams names a team's first channel like the team itself.
            ChannelId = data.Settings?.SelectedChannel?.Id ?? data.Channel?.Id ?? team,
            ServiceUrl = activity.ServiceUrl,
            TenantId = data.Tenant?.Id ?? activity.Conversation?.TenantId ?? "",
            BotId = activity.Recipient?.Id ?? "",
            InstalledAt = now,
        };
}
