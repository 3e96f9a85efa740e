using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// The practices that this bot serves: each team to which it is added is one. The one that the configuration speaks of is
/// <c>Practice:TeamId</c> or, when that is empty, the first team to which the bot is ever added.
/// </summary>
/// <remarks>Kept for ten seconds, so that another instance's change is met soon; a change in this process at once.</remarks>
internal sealed class Practices(Practices.Reading read, PracticeConfiguration configuration, IOptions<PracticeOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private Snapshot? _snapshot;

    /// <summary>Reads what is written down of practices.</summary>
    internal delegate Task<IReadOnlyList<PracticeRow>> Reading(CancellationToken cancellationToken);

    /// <summary>The practice that the configuration speaks of.</summary>
    public PracticeId Configured => new(options.Value.Id);

    /// <summary>Settings of a practice; of one that is not known yet, those of a practice of which nothing was chosen.</summary>
    public async Task<PracticeSettings> GetAsync(PracticeId practice, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).ById.GetValueOrDefault(practice) ?? configuration.Apply(practice, null);

    /// <summary>Every practice, the configured one first, whether or not the bot is in its team just now.</summary>
    public async Task<IReadOnlyList<PracticeSettings>> ListAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).All;

    /// <summary>The practice that a team is; <c>null</c> for a team to which the bot was never added.</summary>
    public async Task<PracticeId?> OfTeamAsync(string teamId, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).All.FirstOrDefault(practice => practice.TeamId == teamId)?.Id;

    /// <summary>The practice whose references begin so; the configured one when none does.</summary>
    public async Task<PracticeId> OfReferenceAsync(CaseReference reference, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).All.FirstOrDefault(practice => practice.ReferencePrefix == reference.Prefix)?.Id ?? Configured;

    /// <summary>What a team would be that is no practice yet: the configured one when that has no team, else one of its own.</summary>
    public async Task<PracticeId> ForNewTeamAsync(string teamId, CancellationToken cancellationToken) =>
        (options.Value.TeamId, (await GetAsync(Configured, cancellationToken)).TeamId) switch
        {
            ({ Length: > 0 } named, _) => named == teamId ? Configured : OwnIdOf(teamId),
            (_, null) => Configured,
            _ => OwnIdOf(teamId),
        };

    /// <summary>Something was changed: the next question reads again.</summary>
    public void Forget() => Volatile.Write(ref _snapshot, null);

    /// <summary>Teams' ids are long and hold signs that have no place in an id of ours. The same team always gets the same.</summary>
    public static PracticeId OwnIdOf(string teamId) =>
        new("team-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(teamId)))[..24]);

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref _snapshot) is { } kept && now - kept.ReadAt < Fresh)
        {
            return kept;
        }

        var rows = await read(cancellationToken);
        PracticeSettings[] all =
        [
            configuration.Apply(Configured, rows.SingleOrDefault(row => row.Practice == Configured)),
            .. rows.Where(row => row.Practice != Configured).OrderBy(row => row.Practice.Value, StringComparer.Ordinal)
                .Select(row => configuration.Apply(row.Practice, row)),
        ];
        var snapshot = new Snapshot(all, all.ToDictionary(practice => practice.Id), now);
        Volatile.Write(ref _snapshot, snapshot);
        return snapshot;
    }

    private sealed record Snapshot(
        IReadOnlyList<PracticeSettings> All, IReadOnlyDictionary<PracticeId, PracticeSettings> ById, DateTimeOffset ReadAt);
}
