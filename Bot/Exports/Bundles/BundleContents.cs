using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>
/// All that a bundle is made from. It holds neither who asked for it, nor why, nor when: the same case for the same kind of recipient is
/// the same bundle, to the byte.
/// </summary>
/// <param name="Practice">The practice's name.</param>
/// <param name="Chain">The case's events as they are handed over (<see cref="ChainExtract"/>).</param>
/// <param name="Files">In the order of the case.</param>
internal sealed record BundleContents(
    string Practice,
    Case Case,
    ExportAudience Audience,
    IReadOnlyList<ChainLink> Chain,
    IReadOnlyList<BundleFile> Files,
    TimeZoneInfo Zone)
{
    /// <summary>Evidence that the case has and the bundle has not.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The reports that were merged into the case; their files are among <see cref="Files"/>.</summary>
    public IReadOnlyList<MergedPart> Merged { get; init; } = [];

    public bool IsForOutsiders => Audience != ExportAudience.Practice;

    /// <summary>The newest event handed over: how old the bundle says that it is.</summary>
    public DateTimeOffset AsOf => Chain[^1].Event.At;
}

/// <summary>A file in the bundle.</summary>
/// <param name="Path">Its name in the bundle: numbers only, never what somebody called it.</param>
/// <param name="Sealed">What is recorded of the file itself.</param>
/// <param name="Original">What is recorded of the file that this is a redacted copy of; <c>null</c> when it is the original.</param>
internal sealed record BundleFile(string Path, SealedEvidence Sealed, SealedEvidence? Original)
{
    /// <summary>The merged report that it came with; <c>null</c> when it came with the case itself.</summary>
    public CaseReference? CameWith { get; init; }

    /// <param name="number">From 1, in the order of the case.</param>
    public static BundleFile From(int number, SealedEvidence original, SealedEvidence? copy)
    {
        var file = copy ?? original;
        var extension = file.ContentType switch
        {
            "image/png" => "png",
            "image/jpeg" => "jpg",
            "image/gif" => "gif",
            "image/webp" => "webp",
            "image/bmp" => "bmp",
            _ => "bin",
        };
        var kind = copy is null ? "" : "-redacted";
        return new BundleFile(FormattableString.Invariant($"evidence/screenshot-{number:00}{kind}.{extension}"), file, copy is null ? null : original);
    }
}

/// <param name="Why">One sentence.</param>
internal sealed record LeftOut(SealedEvidence Evidence, string Why);
