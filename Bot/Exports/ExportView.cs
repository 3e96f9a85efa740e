using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>A request as one person sees it at a moment.</summary>
internal sealed record ExportView(ExportRow Export, Case Case, Approvers Approvers, PersonId Viewer, DateTimeOffset Now)
{
    /// <summary>A link that was made just now; only the answer to the press that made it has it.</summary>
    public Uri? Link { get; init; }

    /// <summary>Why a press had no effect.</summary>
    public string? Problem { get; init; }

    public bool IsRequester => Viewer == Export.RequestedBy;

    public ExportStage Stage => ExportStages.Of(Export, Case, Now);
}
