using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Pdf;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary><c>chronology.pdf</c>: the case for a reader on paper. It says what the manifest says, and what happened when.</summary>
internal static class ChronologyDocument
{
    public const string Path = "chronology.pdf";

    public const string AboutBoxes =
        "A box (\u25A1) stands for a character that this document's typeface cannot show: an emoji, or a script such as Chinese or Arabic. "
        + "The exact text is in manifest.json or chain.json, as far as it was handed over.";

    public static byte[] Write(BundleContents contents)
    {
        var reference = contents.Case.Reference;
        var flow = new PageFlow();
        flow.Title($"Chronology of case {reference}");
        flow.Small($"{contents.Practice}. Prepared for {BundleWords.For(contents.Audience)}.");
        flow.Small($"The case as it stood on {BundleWords.InBothZones(contents.AsOf, contents.Zone)}.");
        flow.Heading("What was reported");
        Facts(flow, contents);
        foreach (var part in contents.Merged)
        {
            flow.Heading($"Also reported: {part.Case.Reference}");
            flow.Small("Another report of the same post. Both were put together and are decided together.");
            Facts(flow, For(part, contents));
        }

        Files(flow, contents);
        Provenance(flow, contents.Case.Provenance ?? EvidenceProvenance.NotSaid, contents);
        foreach (var part in contents.Merged.Where(part => contents.Files.Any(file => file.CameWith == part.Case.Reference)))
        {
            flow.Subject($"Those of {part.Case.Reference}");
            Provenance(flow, part.Case.Provenance ?? EvidenceProvenance.NotSaid);
        }

        flow.Heading("What happened when");
        Events(flow, contents);
        foreach (var part in contents.Merged)
        {
            flow.Heading($"What happened with {part.Case.Reference}");
            Events(flow, For(part, contents));
        }

        Proof(flow, contents);
        return flow.Finish($"Chronology of case {reference}", $"Case {reference}", contents.AsOf);
    }

    /// <summary>What is told of a merged report, by the rules of the bundle.</summary>
    private static BundleContents For(MergedPart part, BundleContents contents) => contents with { Case = part.Case, Chain = part.Chain };

    private static void Facts(PageFlow flow, BundleContents contents)
    {
        var (facts, manifest) = (contents.Case.Facts, ManifestCase.Of(contents));
        flow.Fact("Reported", BundleWords.InBothZones(manifest.ReportedAt, contents.Zone));
        flow.Fact("Reported by", manifest.ReportedBy);
        flow.Fact("About", manifest.About);
        flow.Fact("Platform", BundleWords.Of(facts.Platform));
        flow.Fact("Place", facts.Location == PostLocation.NotSaid ? BundleWords.NotSaid : BundleWords.Of(facts.Location));
        flow.Fact("Link", facts.Link ?? BundleWords.NotSaid);
        flow.Fact("Seen on", facts.SeenOn is { } day ? BundleWords.Day(day) : BundleWords.NotSaid);
        flow.Fact("Online when reported", BundleWords.Of(facts.Visibility));
        flow.Fact("Posted by", facts.Poster ?? "not known");
        if (manifest.PosterRelation is { } relation)
        {
            flow.Fact("Said to be", BundleWords.Of(relation));
        }

        flow.Fact("Kind", string.Join("; ", facts.Kinds.Select(kind => BundleWords.Of(kind))));
        if (manifest.WhatHappened is { } words)
        {
            flow.Subject("In the words of the person who reported it");
            flow.Paragraph(words);
        }
    }

    private static void Files(PageFlow flow, BundleContents contents)
    {
        flow.Heading(contents.Files.Count == 1 ? "1 file" : $"{Say(contents.Files.Count)} files");
        foreach (var file in contents.Files)
        {
            flow.Subject(file.Path);
            if (!contents.IsForOutsiders)
            {
                flow.Fact("Sent as", (file.Original ?? file.Sealed).Name);
            }

            if (file.CameWith is { } report)
            {
                flow.Fact("Came with", report.ToString());
            }

            flow.Fact("Received", BundleWords.InBothZones((file.Original ?? file.Sealed).ReceivedAt, contents.Zone));
            flow.Fact("Type and size", $"{file.Sealed.ContentType}, {Say(file.Sealed.Size)} bytes{Dimensions(file.Sealed.Picture)}");
            flow.Fact("SHA-256", file.Sealed.Sha256);
            if (file.Original is { } original)
            {
                flow.Fact("Redacted copy of", $"the file with the SHA-256 {original.Sha256}. Parts are covered; what was beneath is not in this copy.");
            }
        }

        foreach (var left in contents.LeftOut)
        {
            flow.Subject("Not in the bundle");
            flow.Fact("Received", BundleWords.InBothZones(left.Evidence.ReceivedAt, contents.Zone));
            flow.Fact("SHA-256", left.Evidence.Sha256);
            flow.Fact("Why", left.Why);
        }

        if (contents.Case.MissingEvidence > 0)
        {
            flow.Paragraph($"Sent with the report, but never received: {Say(contents.Case.MissingEvidence)}.");
        }
    }

    private static void Provenance(PageFlow flow, EvidenceProvenance said, BundleContents contents)
    {
        if (contents.Files.Count + contents.LeftOut.Count == 0)
        {
            return;
        }

        flow.Heading("How the screenshots came about");
        flow.Small("As the person who reported it said. Nobody has checked it.");
        Provenance(flow, said);
    }

    private static void Provenance(PageFlow flow, EvidenceProvenance said)
    {
        flow.Fact("Taken by", BundleWords.Taker(said.Taker));
        flow.Fact("Taken on", BundleWords.Device(said.Device));
        flow.Fact("Whole screen visible", BundleWords.Whole(said.WholeScreen));
        flow.Fact("How it was seen", BundleWords.Seen(said.SeenHow));
        if (ManifestProvenance.Of(said).Gaps is { Count: > 0 } gaps)
        {
            flow.Paragraph($"Gaps: nobody said {string.Join(", ", gaps)}.");
        }
    }

    private static void Events(PageFlow flow, BundleContents contents)
    {
        var sentences = new ChronologySentences(contents);
        foreach (var link in contents.Chain)
        {
            flow.Subject($"{Say(link.Sequence)}.  {BundleWords.InBothZones(link.Event.At, contents.Zone)}");
            flow.Paragraph(sentences.For(link));
            flow.Small($"Chain: {link.Hash}");
        }
    }

    private static void Proof(PageFlow flow, BundleContents contents)
    {
        flow.Heading("What this shows, and what it does not");
        flow.Paragraph(BundleWords.WhatAHashDoesNotProve);
        flow.Paragraph(
            "Each event's chain number is computed from the event and the number before it, so that no event can be changed, left out or put "
            + "elsewhere without changing every number after it. chain.json says how.");
        flow.Paragraph(
            "The practice's own record ends with the events of handing this bundle over. They are not in it: the same case gives the same bundle.");
        if (contents.IsForOutsiders)
        {
            flow.Paragraph("Names of staff, and what they wrote to each other, stay in the practice and can be asked for there.");
        }

        if (flow.HasBoxes)
        {
            flow.Paragraph(AboutBoxes);
        }
    }

    private static string Dimensions(PictureFacts? picture) => picture is null
        ? ""
        : FormattableString.Invariant($", {picture.Width} × {picture.Height} pixels") + (picture.Frames > 1 ? $", {Say(picture.Frames)} frames" : "");

    private static string Say(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
