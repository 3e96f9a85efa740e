using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Settles what a crash or a person left behind, at start and every hour: files that were half received, files without a record, bytes
/// whose key was destroyed, screenshots of reports that nobody sends, and what was typed of them. Everything is judged by its age, and what
/// comes from the future (a clock was put back) has none yet.
/// </summary>
internal sealed partial class EvidenceSweep(
    IEvidenceStore store,
    EvidenceLeftovers leftovers,
    QuietStates conversations,
    IOptions<EvidenceOptions> options,
    TimeProvider time,
    ILogger<EvidenceSweep> logger) : BackgroundService
{
    /// <summary>Longer than any message can take: what is older was left by a crash, what is younger may be on its way right now.</summary>
    public static readonly TimeSpan LongestIntake = TimeSpan.FromHours(2);

    /// <summary>
    /// Between setting a draft's screenshots aside and removing them: nobody who sends the draft in that moment finds half of them gone,
    /// and a store that was not mounted, or a clock that was ahead, loses nothing.
    /// </summary>
    public static readonly TimeSpan SetAsideFor = TimeSpan.FromDays(1);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async Task<Swept> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var halfReceived = await store.SweepAsync(now - LongestIntake, cancellationToken);

        // The drafts first: a file that is kept while the files are listed belongs to none of them.
        var drafts = await leftovers.ListDraftsAsync(now - LongestIntake, cancellationToken);
        var (there, unclaimed) = await SweepFilesAsync(now - LongestIntake, cancellationToken);
        var abandoned = 0;
        foreach (var draft in drafts.GroupBy(row => row.Draft))
        {
            abandoned += await SettleAsync(draft.Key, [.. draft], there, now, cancellationToken);
        }

        await leftovers.TakeBackAsync(cancellationToken);
        var left = await conversations.ForgetAsync(now, now - options.Value.AbandonedAfter - SetAsideFor, cancellationToken);
        var swept = new Swept(halfReceived, unclaimed, abandoned, left);
        if (swept != default)
        {
            Log.Settled(logger, halfReceived, unclaimed, abandoned, left);
        }

        return swept;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The error boundary of this worker: the next hour tries again.
                Log.Failed(logger, exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>The addresses of all files, and how many were removed.</returns>
    private async Task<(HashSet<string> There, int Removed)> SweepFilesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (there, removed) = (new HashSet<string>(), 0);
        await foreach (var files in store.ListAsync(cancellationToken).Chunk(500))
        {
            there.UnionWith(files.Select(file => file.Address));
            var claims = await leftovers.ClaimsAsync([.. files.Select(file => file.Address)], cancellationToken);
            foreach (var file in files)
            {
                var goes = claims.TryGetValue(file.Address, out var state) ? state == EvidenceState.Purged : file.KeptAt < before;
                if (goes)
                {
                    await store.DeleteAsync(file.Address, cancellationToken);
                    removed++;
                }
            }
        }

        return (there, removed);
    }

    private async Task<int> SettleAsync(
        CaseId draft,
        IReadOnlyList<EvidenceRow> rows,
        HashSet<string> there,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var isAbandoned = rows.Max(row => row.ReceivedAt) < now - options.Value.AbandonedAfter;
        var removed = 0;
        foreach (var row in rows)
        {
            if (!isAbandoned && there.Contains(row.Address))
            {
                await leftovers.SetAsideAsync(row, null, cancellationToken);
            }
            else if (row.AbandonedAt is null)
            {
                Log.SetAside(logger, row.Id, draft);
                await leftovers.SetAsideAsync(row, now, cancellationToken);
            }
            else if (row.AbandonedAt < now - SetAsideFor && await leftovers.ForgetAsync(row, cancellationToken))
            {
                await store.DeleteAsync(row.Address, cancellationToken);
                removed++;
            }
        }

        return removed;
    }

    /// <param name="HalfReceived">Files of which not everything came.</param>
    /// <param name="Unclaimed">Files without a record, or whose key was destroyed.</param>
    /// <param name="Abandoned">Screenshots of reports that nobody sent.</param>
    /// <param name="Left">Conversations that nobody went on with, and what was typed in them.</param>
    internal readonly record struct Swept(int HalfReceived, int Unclaimed, int Abandoned, int Left);

    private static partial class Log
    {
        [LoggerMessage(2541, LogLevel.Information, "Evidence swept: {HalfReceived} half received, {Unclaimed} without a record, {Abandoned} of reports that nobody sent; {Left} conversations that nobody went on with")]
        public static partial void Settled(ILogger logger, int halfReceived, int unclaimed, int abandoned, int left);

        [LoggerMessage(2542, LogLevel.Warning, "Evidence {Evidence} of draft {Draft} is set aside: the draft was left behind, or the file is not there")]
        public static partial void SetAside(ILogger logger, EvidenceId evidence, CaseId draft);

        [LoggerMessage(2543, LogLevel.Error, "The sweep of the evidence failed and will be tried again: {Kind}")]
        public static partial void Failed(ILogger logger, string kind);
    }
}
