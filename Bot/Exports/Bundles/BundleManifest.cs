using System.Text.Json.Serialization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>
/// <c>manifest.json</c>: what is in the bundle and what is known of it. Outsiders get no names of people and of files; the platform gets
/// what it needs to find and judge the post and nothing else.
/// </summary>
internal sealed record BundleManifest(
    string Format,
    string Generator,
    string Practice,
    string For,
    ManifestCase Case,
    IReadOnlyList<ManifestFile> Files,
    IReadOnlyList<ManifestLeftOut> LeftOut,
    IReadOnlyList<ManifestDocument> Documents,
    ManifestChain Chain,
    string WhatASha256Shows)
{
    public const string FormatName = "rowcroft-evidence-bundle/1";
    public const string GeneratorName = "rowcroft-teams-bot/1";

    /// <summary>Other reports of the same post; not there for a case that nobody merged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ManifestReport>? AlsoReported { get; init; }

    public static BundleManifest Of(BundleContents contents, IReadOnlyList<ManifestDocument> documents) => new(
        FormatName,
        GeneratorName,
        contents.Practice,
        BundleWords.For(contents.Audience),
        ManifestCase.Of(contents),
        [.. contents.Files.Select(file => ManifestFile.Of(file, contents.IsForOutsiders))],
        [.. contents.LeftOut.Select(left => new ManifestLeftOut(left.Evidence.Sha256, left.Evidence.ReceivedAt, left.Why))],
        documents,
        new ManifestChain(ChainDocument.Path, contents.Chain.Count, contents.Chain[^1].Hash),
        BundleWords.WhatAHashDoesNotProve)
    {
        AlsoReported = contents.Merged.Count == 0
            ? null
            : [.. contents.Merged.Select(part => new ManifestReport(
                ManifestCase.Of(part.Case, contents.Audience), new ManifestChain(part.Path, part.Chain.Count, part.Chain[^1].Hash)))],
    };
}

/// <param name="About">The person the post is about: a name inside the practice, otherwise their part only.</param>
internal sealed record ManifestCase(
    string Reference,
    DateTimeOffset ReportedAt,
    string ReportedBy,
    string About,
    Platform Platform,
    PostLocation Location,
    string? Link,
    DateOnly? SeenOn,
    PostVisibility OnlineWhenReported,
    string? Poster,
    PosterRelation? PosterRelation,
    IReadOnlyList<AbuseKind> Kinds,
    string? WhatHappened,
    ManifestProvenance Provenance)
{
    public static ManifestCase Of(BundleContents contents) => Of(contents.Case, contents.Audience);

    public static ManifestCase Of(Case @case, ExportAudience audience)
    {
        var facts = @case.Facts;
        var isPlatform = audience == ExportAudience.Platform;
        var forOutsiders = audience != ExportAudience.Practice;
        return new ManifestCase(
            @case.Reference.ToString(),
            @case.ReportedAt,
            forOutsiders ? BundleWords.SomebodyOfTheStaff : @case.Reporter.Name,
            AboutWhom(facts, forOutsiders),
            facts.Platform,
            facts.Location,
            facts.Link,
            facts.SeenOn,
            facts.Visibility,
            facts.Poster,
            isPlatform ? null : facts.PosterRelation, // never confirm to the public that somebody is a patient
            facts.Kinds,
            isPlatform ? null : facts.WhatHappened,
            ManifestProvenance.Of(@case.Provenance ?? EvidenceProvenance.NotSaid));
    }

    public static string AboutWhom(ReportedFacts facts, bool forOutsiders) => facts switch
    {
        { Colleague: { } colleague } => forOutsiders ? BundleWords.SomebodyOfTheStaff : colleague.Name,
        { Subject: ReportSubject.Me } => "the person who reported it",
        _ => "the practice",
    };
}

/// <summary>How the screenshots came about, as the person who reported said. What was not said is a gap, and named as one.</summary>
internal sealed record ManifestProvenance(string? TakenBy, string? TakenOn, string? WholeScreen, string? SeenHow, IReadOnlyList<string> Gaps)
{
    public static ManifestProvenance Of(EvidenceProvenance said)
    {
        var gaps = new List<string>();
        return new ManifestProvenance(
            Said(said.Taker is null, BundleWords.Taker(said.Taker), "who took the screenshots", gaps),
            Said(said.Device is null, BundleWords.Device(said.Device), "what they were taken on", gaps),
            Said(said.WholeScreen is null, BundleWords.Whole(said.WholeScreen), "whether the whole screen is visible", gaps),
            Said(said.SeenHow is null, BundleWords.Seen(said.SeenHow), "how the post came to be seen", gaps),
            gaps);
    }

    private static string? Said(bool isGap, string words, string gap, List<string> gaps)
    {
        if (isGap)
        {
            gaps.Add(gap);
        }

        return isGap ? null : words;
    }
}

/// <param name="Copy"><c>original</c> or <c>redacted</c>.</param>
/// <param name="OriginalSha256">For a redacted copy: the file that it was made from.</param>
/// <param name="Name">What the sender called it; inside the practice only.</param>
internal sealed record ManifestFile(
    string Path,
    string Sha256,
    long Size,
    string Type,
    DateTimeOffset ReceivedAt,
    string Copy,
    string? OriginalSha256,
    string? Name,
    int? Width,
    int? Height,
    int? Frames)
{
    /// <summary>The merged report that it came with; not there when it came with the case itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CameWith { get; init; }

    public static ManifestFile Of(BundleFile file, bool forOutsiders) => new(
        file.Path,
        file.Sealed.Sha256,
        file.Sealed.Size,
        file.Sealed.ContentType,
        (file.Original ?? file.Sealed).ReceivedAt,
        file.Original is null ? "original" : "redacted",
        file.Original?.Sha256,
        forOutsiders ? null : (file.Original ?? file.Sealed).Name,
        file.Sealed.Picture?.Width,
        file.Sealed.Picture?.Height,
        file.Sealed.Picture?.Frames)
    {
        CameWith = file.CameWith?.ToString(),
    };
}

internal sealed record ManifestLeftOut(string Sha256, DateTimeOffset ReceivedAt, string Why);

internal sealed record ManifestDocument(string Path, string Sha256, long Size);

/// <summary>Another report of the same post, with the chain of its own events.</summary>
internal sealed record ManifestReport(ManifestCase Case, ManifestChain Chain);

/// <param name="Head">The hash of the last event.</param>
internal sealed record ManifestChain(string Path, int Events, string Head);
