using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>One finding as one person may see it.</summary>
/// <param name="Reference">The case's; <c>null</c> for a screenshot of a report that has not been sent.</param>
/// <param name="File">The file's name; <c>null</c> when it is about no file, or about one whose name is nobody's to see.</param>
internal sealed record AlertLine(FindingKind Kind, string? Reference, string? File, string? Sha256, int? Place)
{
    /// <summary>The case is kept from everybody who decides: they learn that something is wrong, and nothing else.</summary>
    public bool NobodysCase { get; init; }
}
