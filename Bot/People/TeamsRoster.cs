using System.Collections.Concurrent;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Rest;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// The roster of the practice's team, read through the bot's own connector: no Graph permission is needed. Kept for five minutes; when
/// Teams cannot be reached, the last list that was read stands in for up to a day, so that nobody is locked out by a fault elsewhere.
/// </summary>
internal sealed partial class TeamsRoster(
    IDbContextFactory<BotDbContext> contexts,
    TeamConnector connector,
    TimeProvider time,
    ILogger<TeamsRoster> logger) : IRoster
{
    private const int PageSize = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);

    /// <summary>Teams hangs up on a turn after fifteen seconds; by then the person must have an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>While Teams is out of order, not everybody who writes waits for it to be asked again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<PracticeId, Entry> _entries = new();

    /// <summary>How often a practice's list was forgotten: what was asked for before the last time may still show somebody who has left.</summary>
    private readonly ConcurrentDictionary<PracticeId, int> _forgotten = new();

    /// <inheritdoc/>
    /// <exception cref="RosterUnavailableException">Teams cannot be reached and nothing usable is kept.</exception>
    public async Task<IReadOnlyList<Person>> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = _forgotten.GetValueOrDefault(practice);
        var kept = _entries.GetValueOrDefault(practice);
        if (kept is not null && (now - kept.ReadAt < Fresh || now < kept.NotAgainBefore))
        {
            return kept.People;
        }

        if (await FindTeamAsync(practice, cancellationToken) is not { } team)
        {
            return [];
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var people = await ReadAsync(team, either.Token);
            Keep(practice, before, new Entry(people, now, now));
            return people;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // An error, no answer, an answer that is none, no token to ask with: to the person at the door it is all the same.
            Log.CouldNotRead(logger, practice.Value, exception.GetType().Name);
            if (kept is null || now - kept.ReadAt >= Usable)
            {
                throw new RosterUnavailableException(exception);
            }

            // Not if it was forgotten meanwhile: then somebody has left.
            _entries.TryUpdate(practice, kept with { NotAgainBefore = now + Rest }, kept);
            return kept.People;
        }
    }

    /// <summary>Whoever was on the roster when this process read it last; nobody when it never did. It lets nobody in.</summary>
    public IReadOnlyList<Person> LastSeen(PracticeId practice) => _entries.GetValueOrDefault(practice)?.People ?? [];

    /// <summary>Somebody joined or left: the next question reads the roster again.</summary>
    public void Forget(PracticeId practice)
    {
        _forgotten.AddOrUpdate(practice, 1, (_, times) => times + 1);
        _entries.TryRemove(practice, out _);
    }

    private void Keep(PracticeId practice, int before, Entry entry)
    {
        _entries[practice] = entry;
        if (_forgotten.GetValueOrDefault(practice) != before)
        {
            _entries.TryRemove(new KeyValuePair<PracticeId, Entry>(practice, entry));
        }
    }

    private async Task<InstallationRow?> FindTeamAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Installations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Practice == practice && row.RemovedAt == null, cancellationToken);
    }

    private async Task<IReadOnlyList<Person>> ReadAsync(InstallationRow team, CancellationToken cancellationToken)
    {
        var client = await connector.ConnectAsync(team.ServiceUrl, cancellationToken);
        var people = new List<Person>();
        string? page = null;
        do
        {
            var members = await client.Conversations.GetConversationPagedMembersAsync(
                team.TeamId, PageSize, page, cancellationToken);
            people.AddRange((members?.Members ?? throw new SerializationException("No members.")).Select(Read).OfType<Person>());
            page = members.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(page));

        return [.. people.OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Guests of other tenants have an object id too; other bots have none and are left out.</summary>
    private static Person? Read(ChannelAccount member) =>
        (member.AadObjectId ?? (string?)member.Properties?["objectId"]) is { Length: > 0 } id
            ? new Person(new PersonId(id), member.Name ?? "", (string?)member.Properties?["userPrincipalName"], member.Id)
            : null;

    private sealed record Entry(IReadOnlyList<Person> People, DateTimeOffset ReadAt, DateTimeOffset NotAgainBefore);

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "The roster of practice {Practice} could not be read ({Reason})")]
        public static partial void CouldNotRead(ILogger logger, string practice, string reason);
    }
}
