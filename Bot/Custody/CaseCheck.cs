using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Reads one case again: its chain, whether the case as it stands is what the events say, and whether each file that they tell of is
/// recorded as it came. The bytes of the files are <see cref="FileCheck"/>'s.
/// </summary>
internal sealed class CaseCheck(IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <summary>A file is recorded a moment before the event that tells of it; after a crash in between, somebody does it again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task<CheckReport> RunAsync(CaseId id, CancellationToken cancellationToken)
    {
        var report = await ReadAsync(id, cancellationToken);

        // People go on meanwhile: an event that came between two questions looks like a fault. A fault is there the second time too.
        return report.Findings.Count == 0 ? report : await ReadAsync(id, cancellationToken);
    }

    private async Task<CheckReport> ReadAsync(CaseId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
        {
            return CheckReport.Nothing;
        }

        var chain = await CaseLog.VerifyAsync(db, id, cancellationToken);
        if (Read(row) is not { } @case)
        {
            return new CheckReport(1, 0, 0, 0, [Unreadable(row)]);
        }

        if (chain is not ChainVerdict.Intact intact)
        {
            return new CheckReport(1, 0, 0, 0, [CustodyFinding.Of(@case, FindingKind.ChainBroken, ((ChainVerdict.Broken)chain).Sequence)]);
        }

        var events = await EventsAsync(db, id, cancellationToken);
        var files = await db.Evidence.AsNoTracking().Where(file => file.Draft == id).ToListAsync(cancellationToken);
        return new CheckReport(1, intact.Events, 0, 0, [.. Differences(row, @case, events), .. Files(@case, events, files)]);
    }

    private static async Task<IReadOnlyList<CaseEvent>> EventsAsync(BotDbContext db, CaseId id, CancellationToken cancellationToken)
    {
        var written = await db.CaseEvents.Where(row => row.CaseId == id).OrderBy(row => row.Sequence).Select(row => row.Json)
            .ToListAsync(cancellationToken);
        return [.. written.Select(CaseJson.ReadEvent)];
    }

    private static Case? Read(CaseRow row)
    {
        try
        {
            return CaseJson.ReadCase(row.Document);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What beside it is searched and guarded by must say the same as the case itself, and both the same as the events.</summary>
    private static IEnumerable<CustodyFinding> Differences(CaseRow row, Case @case, IReadOnlyList<CaseEvent> events)
    {
        var expected = CaseRow.From(@case);
        var agrees = (row.Id, row.Practice, row.Year, row.Number, row.Reporter, row.Status, row.Version) ==
                (expected.Id, expected.Practice, expected.Year, expected.Number, expected.Reporter, expected.Status, expected.Version)
            && (row.ReportedAt, row.DueAt, row.DecidedAt, row.SettledAt) == (expected.ReportedAt, expected.DueAt, expected.DecidedAt, expected.SettledAt)
            && CaseAgainstEvents.Agrees(@case, events);
        return agrees ? [] : [CustodyFinding.Of(@case, FindingKind.CaseDiffers)];
    }

    private IEnumerable<CustodyFinding> Files(Case @case, IReadOnlyList<CaseEvent> events, IReadOnlyList<EvidenceRow> recorded)
    {
        var told = CaseAgainstEvents.FilesOf(events).ToList();
        var purged = events.OfType<EvidencePurged>().Select(purge => purge.Evidence)
            .Concat(events.OfType<EvidenceInfected>().Select(infected => infected.Evidence))
            .ToHashSet();
        foreach (var file in told)
        {
            var row = recorded.SingleOrDefault(row => row.Id == file.Id);
            if (row is null || (row.State == EvidenceState.Purged && @case.Purge is null && !purged.Contains(file.Id)))
            {
                yield return CustodyFinding.Of(file, @case, FindingKind.FileMissing);
            }
            else if (row.Sha256 != file.Sha256 || row.Size != file.Size)
            {
                yield return CustodyFinding.Of(file, @case, FindingKind.FileChanged);
            }
        }

        var old = time.GetUtcNow() - Grace;
        foreach (var row in recorded.Where(row => row.ReceivedAt < old && told.All(file => file.Id != row.Id)))
        {
            yield return CustodyFinding.Of(row.Sealed, @case, FindingKind.FileNotInChain);
        }
    }

    /// <summary>The case cannot even be read: all that is known of it is its number.</summary>
    private static CustodyFinding Unreadable(CaseRow row) => new(FindingKind.CaseDiffers, $"case/{row.Id}")
    {
        Case = row.Id,
        Reference = $"{row.Year:0000}-{row.Number:0000}",
    };
}
