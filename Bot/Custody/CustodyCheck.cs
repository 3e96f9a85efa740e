using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Reads everything that is kept for a practice again. It changes nothing and tells nobody.</summary>
internal sealed class CustodyCheck(IDbContextFactory<BotDbContext> contexts, CaseCheck caseCheck, FileCheck fileCheck, NumberCheck numberCheck)
{
    public async Task<CheckReport> RunAsync(PracticeId practice, CheckPace pace, CancellationToken cancellationToken)
    {
        var report = await numberCheck.RunAsync(practice, cancellationToken);
        foreach (var id in await CasesAsync(practice, cancellationToken))
        {
            var read = await caseCheck.RunAsync(id, cancellationToken);
            await pace.StepAsync(read.Events * CheckPace.BytesPerEvent, cancellationToken);
            report = report.And(read);
        }

        foreach (var (id, size) in await FilesAsync(practice, cancellationToken))
        {
            var read = await fileCheck.RunAsync(practice, id, cancellationToken);
            await pace.StepAsync(size, cancellationToken);
            report = report.And(read);
        }

        // A file can be missed by its case and by itself; it is one finding.
        return report with { Findings = [.. report.Findings.DistinctBy(finding => finding.Subject)] };
    }

    /// <summary>Every practice of which anything is kept.</summary>
    public async Task<IReadOnlyList<PracticeId>> PracticesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var practices = db.Cases.Select(row => row.Practice)
            .Union(db.CaseNumbers.Select(row => row.Practice))
            .Union(db.Evidence.Select(row => row.Practice))
            .Union(db.Certificates.Select(row => row.Practice));
        return [.. (await practices.ToListAsync(cancellationToken)).OrderBy(practice => practice.Value, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<CaseId>> CasesAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Cases.Where(row => row.Practice == practice).OrderBy(row => row.Year).ThenBy(row => row.Number)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(EvidenceId Id, long Size)>> FilesAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var files = await db.Evidence.Where(row => row.Practice == practice && row.State != EvidenceState.Purged)
            .OrderBy(row => row.ReceivedAt)
            .Select(row => new { row.Id, row.Size })
            .ToListAsync(cancellationToken);
        return [.. files.Select(file => (file.Id, file.Size))];
    }
}
