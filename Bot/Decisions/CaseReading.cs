using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Cases.Links;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Reads what a case's card shows beside the case. It is drawn anew for everybody who decides, at each change: so nothing is asked that
/// the case itself answers, and of most cases nothing but whether another one has the same link.
/// </summary>
internal sealed class CaseReading(IDbContextFactory<BotDbContext> contexts, IOptions<TwinOptions> options, TimeProvider time)
{
    /// <summary>More are not looked at: when half the town shares a post, a card is drawn as quickly as any other.</summary>
    private const int LookedAtAtMost = 8;

    private readonly Func<BotDbContext, PracticeId, CaseId, string, IAsyncEnumerable<CaseId>> _sameLink = EF.CompileAsyncQuery(
        (BotDbContext db, PracticeId practice, CaseId id, string key) => db.Cases
            .Where(row => row.Practice == practice && row.LinkKey == key && row.Id != id)
            .OrderBy(row => row.Status == CaseStatus.DuplicateOf ? 1 : 0).ThenByDescending(row => row.ReportedAt)
            .Take(LookedAtAtMost)
            .Select(row => row.Id));

    public async Task<KnownOfCase> ReadAsync(Case @case, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        HashSet<CaseId> family = [.. @case.Family];
        var files = await ReadFilesAsync(db, @case, family, cancellationToken);
        HashSet<CaseId> standing = [.. @case.StandingFamily];
        var atHand = files.Where(file => !file.IsCopy && standing.Contains(file.Case)).ToLookup(file => file.State);
        return new KnownOfCase
        {
            Unshown = files.Where(file => file.Case == @case.Id && file.State != EvidenceState.Kept).ToDictionary(file => file.Id, file => file.State),
            AtHand = new EvidenceAtHand(atHand[EvidenceState.Kept].Count(), atHand[EvidenceState.Quarantined].Count()),
            Alike = @case.IsOpen ? await FindAlikeAsync(db, @case, family, files, cancellationToken) : new Dictionary<CaseId, Likeness>(),
            Told = @case.Decision is null ? new Dictionary<CaseId, ReporterTold>() : await ReadToldAsync(db, @case, family, cancellationToken),
        };
    }

    /// <summary>A case lists its own files. A report that was merged may have got some since, which only the store knows.</summary>
    private static async Task<IReadOnlyList<StoredFile>> ReadFilesAsync(
        BotDbContext db, Case @case, HashSet<CaseId> family, CancellationToken cancellationToken) =>
        @case.Evidence.Count == 0 && @case.Merged.Count == 0
            ? []
            : await db.Evidence
                .Where(row => row.Practice == @case.Practice && family.Contains(row.Draft))
                .Select(row => new StoredFile(row.Id, row.Draft, row.State, row.RedactionOf != null, row.PictureHash))
                .ToListAsync(cancellationToken);

    private async Task<Dictionary<CaseId, Likeness>> FindAlikeAsync(
        BotDbContext db, Case @case, HashSet<CaseId> family, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken)
    {
        var alike = new Dictionary<CaseId, Likeness>();
        await foreach (var id in SameLink(db, @case, family).WithCancellation(cancellationToken))
        {
            alike[id] = Likeness.SameLink;
        }

        foreach (var id in await FindLookAlikesAsync(db, @case.Practice, family, files, cancellationToken))
        {
            alike[id] = alike.GetValueOrDefault(id) | Likeness.SimilarPicture;
        }

        return alike;
    }

    /// <summary>Cases whose link names the same post as the link of one of these: those that decide for themselves first, the newest first.</summary>
    private IAsyncEnumerable<CaseId> SameLink(BotDbContext db, Case @case, HashSet<CaseId> family) =>
        @case.Merged.Count > 0
            ? db.Cases
                .Where(row => row.Practice == @case.Practice && row.LinkKey != null && !family.Contains(row.Id)
                    && db.Cases.Any(own => own.Practice == @case.Practice && own.LinkKey == row.LinkKey && family.Contains(own.Id)))
                .OrderBy(row => row.Status == CaseStatus.DuplicateOf ? 1 : 0).ThenByDescending(row => row.ReportedAt)
                .Take(LookedAtAtMost)
                .Select(row => row.Id)
                .AsAsyncEnumerable()
            : PostLink.Key(@case.Facts.Link) is { } key
                ? _sameLink(db, @case.Practice, @case.Id, key)
                : AsyncEnumerable.Empty<CaseId>();

    private async Task<IEnumerable<CaseId>> FindLookAlikesAsync(
        BotDbContext db, PracticeId practice, HashSet<CaseId> family, IReadOnlyList<StoredFile> files, CancellationToken cancellationToken)
    {
        List<ulong> own = [.. files.Where(file => file is { IsCopy: false, State: EvidenceState.Kept }).Select(file => file.PictureHash).OfType<ulong>()];
        if (own.Count == 0)
        {
            return [];
        }

        var since = time.GetUtcNow().AddDays(-options.Value.Days);
        var others = await db.Evidence
            .Where(row => row.Practice == practice && row.PictureHash != null && row.RedactionOf == null && row.State == EvidenceState.Kept
                && row.ReceivedAt >= since && !family.Contains(row.Draft))
            .Select(row => new { row.Draft, Hash = row.PictureHash!.Value })
            .ToListAsync(cancellationToken);
        return others
            .Where(other => own.Exists(hash => PictureHash.Distance(hash, unchecked((ulong)other.Hash)) <= options.Value.PictureDistance))
            .Select(other => other.Draft)
            .Distinct()
            .Take(LookedAtAtMost);
    }

    private static async Task<Dictionary<CaseId, ReporterTold>> ReadToldAsync(
        BotDbContext db, Case @case, HashSet<CaseId> family, CancellationToken cancellationToken)
    {
        var rows = await db.Outbox.AsNoTracking()
            .Where(row => row.Practice == @case.Practice && row.CaseId != null && family.Contains(row.CaseId.Value) && row.Kind == CaseAnnouncer.Outcome)
            .OrderBy(row => row.Id)
            .Select(row => new { Report = row.CaseId!.Value, row.State, row.SettledAt })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Report).ToDictionary(sent => sent.Key, sent => ToldBy(sent.Last().State, sent.Last().SettledAt));
    }

    private static ReporterTold ToldBy(OutboxState state, DateTimeOffset? settledAt) => (state, settledAt) switch
    {
        (OutboxState.Sent, { } at) => new ReporterTold.Sent(at),
        (OutboxState.Waiting or OutboxState.Dead, _) => new ReporterTold.CouldNotReach(),
        _ => new ReporterTold.NotYet(),
    };

    /// <param name="Case">With which it came.</param>
    private sealed record StoredFile(EvidenceId Id, CaseId Case, EvidenceState State, bool IsCopy, long? Hash)
    {
        public ulong? PictureHash => unchecked((ulong?)Hash);
    }
}
