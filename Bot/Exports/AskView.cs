using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>What the card that asks for whom and which files shows.</summary>
/// <param name="Export">The request that the card can become: pressed twice, it is one.</param>
/// <param name="Unredacted">Names of the files that have no redacted copy.</param>
/// <param name="OthersWhoDecide">How many could agree.</param>
internal sealed record AskView(Case Case, ExportId Export, IReadOnlyList<string> Unredacted, int OthersWhoDecide)
{
    public ExportAudience? Audience { get; init; }

    public ExportCopies Copies { get; init; } = ExportCopies.Redacted;

    public string? Reason { get; init; }

    /// <summary>Why a press had no effect.</summary>
    public string? Problem { get; init; }
}
