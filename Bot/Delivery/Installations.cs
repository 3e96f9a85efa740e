using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>In which team the bot is installed for a practice. That team's roster is the practice, its channel gets the summary.</summary>
internal sealed class Installations(
    IDbContextFactory<BotDbContext> contexts, Practices practices, IOptions<PracticeOptions> options, TimeProvider time)
{
    private readonly Func<BotDbContext, PracticeId, CancellationToken, Task<InstallationRow?>> _get = EF.CompileAsyncQuery(
        (BotDbContext db, PracticeId practice, CancellationToken _) =>
            db.Installations.AsNoTracking().SingleOrDefault(row => row.Practice == practice && row.RemovedAt == null));

    /// <summary>The bot was added to a team, or something about that team changed.</summary>
    /// <returns>The practice that the team is; <c>null</c> when it is not about a team.</returns>
    public async Task<Installed?> RecordAsync(IActivity activity, CancellationToken cancellationToken)
    {
        if (!activity.TryGetChannelData<TeamsChannelData>(out var data) || data?.Team?.Id is not { Length: > 0 } team)
        {
            return null;
        }

        var practice = await BindAsync(team, PersonOf(activity), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Installations.SingleOrDefaultAsync(
            row => row.Practice == practice && row.RemovedAt == null,
            cancellationToken);
        if (known is not null && known.TeamId != team)
        {
            // The configuration has named another team: the bot may still sit in the old one, which is the practice no more.
            await RemoveAsync(practice, known.TeamId, cancellationToken);
            known = null;
        }

        var isNew = known is null;
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
            return new Installed(practice, known.Id, isNew);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            // Two activities tell of one installation: the other was first, and said the same.
            return await GetAsync(practice, cancellationToken) is { } first ? new Installed(practice, first.Id, IsNew: false) : null;
        }
    }

    /// <summary>Which practice the team is. Written down once: of two teams that come at the same moment, one is the configured practice.</summary>
    private async Task<PracticeId> BindAsync(string team, PersonId? installer, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var practice = await practices.ForNewTeamAsync(team, cancellationToken);
            var row = await PracticeTable.BindAsync(db, practice, team, installer, cancellationToken);
            if (row is null)
            {
                // The practice is another team. If the configuration says otherwise, that holds; else this team is a practice of its own.
                practice = practice == practices.Configured && options.Value.TeamId != team ? Practices.OwnIdOf(team) : practice;
                await PracticeTable.MoveAsync(db, practice, team, cancellationToken);
                row = await PracticeTable.BindAsync(db, practice, team, installer, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return row!.Practice;
        }
        finally
        {
            practices.Forget();
        }
    }

    private static PersonId? PersonOf(IActivity activity) =>
        activity.From?.AadObjectId is { Length: > 0 } id ? new PersonId(id) : null;

    /// <summary>The practice that a team is; <c>null</c> for one to which the bot was never added.</summary>
    public Task<PracticeId?> PracticeOfAsync(string teamId, CancellationToken cancellationToken) => practices.OfTeamAsync(teamId, cancellationToken);

    /// <summary>The bot was taken out of a team.</summary>
    /// <returns>
    /// What ended, also when it was told before: what is owed then may not have been written down that time. <c>null</c> when the bot was
    /// never there.
    /// </returns>
    public async Task<Installed?> RemoveAsync(PracticeId practice, string teamId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var there = db.Installations.Where(row => row.Practice == practice && row.TeamId == teamId);
        var ended = await there.OrderByDescending(row => row.Id).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
        await there.Where(row => row.RemovedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.RemovedAt, (DateTimeOffset?)now), cancellationToken);
        return ended is { } id ? new Installed(practice, id, IsNew: false) : null;
    }

    /// <summary>Where the bot was last for the practice; <c>null</c> when it never was anywhere.</summary>
    public async Task<InstallationRow?> LastAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Installations.AsNoTracking().Where(row => row.Practice == practice)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
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
