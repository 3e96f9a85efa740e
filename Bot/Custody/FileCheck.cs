using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Reads every byte of one sealed file again.</summary>
internal sealed class FileCheck(EvidenceVault vault, EvidenceRecords records, CaseStore cases, IDbContextFactory<BotDbContext> contexts)
{
    private static readonly Counter<long> Checked =
        Instruments.Meter.CreateCounter<long>("rowcroft.seals.checked", "{file}", "Sealed files of which every byte was read again");

    private static readonly Counter<long> Failed =
        Instruments.Meter.CreateCounter<long>("rowcroft.seals.failed", "{file}", "Sealed files that were found missing, changed or unreadable");

    public async Task<CheckReport> RunAsync(PracticeId practice, EvidenceId id, CancellationToken cancellationToken)
    {
        var kind = await vault.CheckAsync(practice, id, cancellationToken) switch
        {
            SealCheck.Missing => FindingKind.FileMissing,
            SealCheck.Changed => FindingKind.FileChanged,
            SealCheck.Unreadable => FindingKind.FileUnreadable,
            _ => (FindingKind?)null,
        };

        // Asked afterwards: a draft that was thrown away meanwhile has no record any more, and is no finding.
        if (await records.FindAsync(practice, id, cancellationToken) is not { } record)
        {
            return CheckReport.Nothing;
        }

        Checked.Add(1);
        Failed.Add(kind is null ? 0 : 1);
        var @case = await CaseOfAsync(practice, record.Case, cancellationToken);
        kind ??= @case is null && await WasCaseAsync(practice, record.Case, cancellationToken) ? FindingKind.FileWithoutCase : null;
        return new CheckReport(0, 0, 1, 0, kind is { } found ? [CustodyFinding.Of(record.Evidence, @case, found)] : []);
    }

    private async Task<Case?> CaseOfAsync(PracticeId practice, CaseId id, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.FindAsync(practice, id, cancellationToken);
        }
        catch (JsonException)
        {
            // That the case cannot be read is a finding of its own.
            return null;
        }
    }

    /// <summary>Screenshots of a report that is still being made have no case yet. What was sent once has left traces in the outbox.</summary>
    private async Task<bool> WasCaseAsync(PracticeId practice, CaseId draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Cases.AnyAsync(row => row.Id == draft, cancellationToken)
            && (await db.Outbox.AnyAsync(row => row.Practice == practice && row.CaseId == draft, cancellationToken)
                || await db.Certificates.AnyAsync(row => row.CaseId == draft, cancellationToken));
    }
}
