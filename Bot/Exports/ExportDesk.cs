using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>A request in front of somebody who may decide its case at this moment.</summary>
internal sealed record OpenedExport(ExportRow Export, OpenedCase Opened)
{
    public ExportView For(Caller caller, DateTimeOffset now) => new(Export, Opened.Case, Opened.Approvers, caller.Id, now);
}

/// <summary>Hands out requests. Whoever may not have one hears the same as for one that does not exist.</summary>
internal sealed class ExportDesk(ExportLedger ledger, CaseDesk desk, CaseRecorder recorder, TimeProvider time)
{
    public async Task<OpenedExport?> OpenAsync(Caller caller, JObject data, string attempted, CancellationToken cancellationToken) =>
        ExportId.Parse(ExportFields.TextOf(data, ExportFields.Export)) is { } id ? await OpenAsync(caller, id, attempted, cancellationToken) : null;

    public async Task<OpenedExport?> OpenAsync(Caller caller, ExportId id, string attempted, CancellationToken cancellationToken) =>
        await ledger.FindAsync(caller.Practice, id, cancellationToken) is { } export
        && await desk.OpenAsync(caller, export.CaseId, attempted, cancellationToken) is { } opened
            ? new OpenedExport(export, opened)
            : null;

    /// <summary>Somebody who decides the case tried what is not theirs: it is kept like every refusal.</summary>
    public Task RefuseAsync(Caller caller, OpenedExport opened, string attempted, CancellationToken cancellationToken) =>
        recorder.AuditAsync(opened.Opened.Case, new ActionRefused(caller.Id, time.GetUtcNow(), attempted), cancellationToken);
}
