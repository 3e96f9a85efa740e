using System.Collections.Concurrent;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// The roster of the practice's team, read through the bot's own connector: no Graph permission is needed. Kept for five minutes; when
/// Teams cannot be reached, the last list that was read stands in for up to a day, so that nobody is locked out by a fault elsewhere.
/// </summary>
internal sealed partial class TeamsRoster(JoinedTeams teams, TeamConnector connector, TimeProvider time, ILogger<TeamsRoster> logger) : IRoster
{
    private const int PageSize = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usable = TimeSpan.FromDays(1);

    /// <summary>Teams hangs up on a turn after fifteen seconds; by then the person must have an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>While Teams is out of order, not everybody who writes waits for it to be asked again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<PracticeId, Entry> _entries = new();

    /// <inheritdoc/>
    /// <exception cref="RosterUnavailableException">Teams cannot be reached and nothing usable is kept.</exception>
    public async Task<IReadOnlyList<Person>> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        if (await teams.OfAsync(practice, cancellationToken) is not { } team)
        {
            return [];
        }

        var now = time.GetUtcNow();
        var kept = _entries.GetValueOrDefault(practice) is { } last && last.IsOf(team) ? last : null;
        if (kept is not null && (now - kept.ReadAt < Fresh || now < kept.NotAgainBefore))
        {
            return kept.People;
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var people = await ReadAsync(team, either.Token);
            _entries[practice] = new Entry(team.Id, team.RosterVersion, people, now, now);
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

            _entries.TryUpdate(practice, kept with { NotAgainBefore = now + Rest }, kept);
            return kept.People;
        }
    }

    /// <summary>Somebody joined or left: the next question reads the roster again, whichever instance is asked.</summary>
    public Task ForgetAsync(PracticeId practice, CancellationToken cancellationToken) => teams.OutdateAsync(practice, cancellationToken);

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

    /// <summary>What was asked for before somebody left is of an older version, however late the answer comes.</summary>
    private sealed record Entry(long Installation, int Version, IReadOnlyList<Person> People, DateTimeOffset ReadAt, DateTimeOffset NotAgainBefore)
    {
        public bool IsOf(InstallationRow team) => (Installation, Version) == (team.Id, team.RosterVersion);
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "The roster of practice {Practice} could not be read ({Reason})")]
        public static partial void CouldNotRead(ILogger logger, string practice, string reason);
    }
}
