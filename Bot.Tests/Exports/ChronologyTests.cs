using System.Text;
using System.Text.RegularExpressions;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.Tests.Journeys;

namespace Rowcroft.TeamsBot.Tests.Exports;

public sealed partial class ChronologyTests
{
    private const string Awkward = "Emoji 😀👩‍👩‍👧, 漢字, عربى, שלום, é, e\u0301, half \ud83d of one, a\tb, \u202Eturned.";

    [Fact]
    public void It_Says_When_In_Both_Zones_What_Was_Kept_And_What_A_Hash_Does_Not_Prove()
    {
        var words = Words(ExportAudience.Practice);

        Assert.Contains("Chronology of case RMC-2026-0042", words, StringComparison.Ordinal);
        Assert.Contains("1 July 2026, 08:15:30 UTC = 1 July 2026, 09:15:30", words, StringComparison.Ordinal);
        Assert.Contains("Europe/London (UTC+01:00)", words, StringComparison.Ordinal);
        Assert.Contains(BundleSamples.Hash(BundleSamples.Covered), words, StringComparison.Ordinal);
        Assert.Contains($"the file with the SHA-256 {BundleSamples.Hash(BundleSamples.First)}", words.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Gaps: nobody said whether the whole screen is visible.", words, StringComparison.Ordinal);
        Assert.Contains(BundleWords.WhatAHashDoesNotProve, words.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("Page 1 of ", words, StringComparison.Ordinal);
        Look(ExportAudience.Practice, "inside");
    }

    [Theory]
    [InlineData(nameof(ExportAudience.Police))]
    [InlineData(nameof(ExportAudience.Adviser))]
    [InlineData(nameof(ExportAudience.Platform))]
    public void Outsiders_Read_No_Name_And_Nothing_That_Staff_Wrote_To_Each_Other(string recipient)
    {
        var audience = Enum.Parse<ExportAudience>(recipient);
        var words = Words(audience);

        Assert.DoesNotContain(BundleSamples.Secret, words.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("Mona", words, StringComparison.Ordinal);
        Assert.Contains("a member of staff", words, StringComparison.Ordinal);
        Assert.Equal(audience != ExportAudience.Platform, words.Contains("we are all thieves", StringComparison.Ordinal));
        Assert.Equal(audience != ExportAudience.Platform, words.Contains("Patient", StringComparison.Ordinal));
        Look(audience, $"for-{audience}".ToLowerInvariant());
    }

    [Fact]
    public void What_The_Typeface_Cannot_Show_Is_A_Box_And_The_Reader_Is_Told()
    {
        var words = Words(ExportAudience.Police, Awkward).ReplaceLineEndings(" ");

        Assert.Contains("Emoji □□, □□, □□□□, □□□□, é, é, half \uFFFD of one, a b, turned.", words, StringComparison.Ordinal);
        Assert.Contains(ChronologyDocument.AboutBoxes, words, StringComparison.Ordinal);
        Assert.DoesNotContain("□", Words(ExportAudience.Police), StringComparison.Ordinal);
        Look(ExportAudience.Police, "awkward", Awkward + " " + new string('W', 300) + " " + string.Concat(Enumerable.Repeat("and so on, word after word, ", 140)));
    }

    [Fact]
    public void Long_Texts_And_Many_Events_Go_On_Over_The_Pages()
    {
        var text = string.Join(' ', Enumerable.Range(1, 700).Select(number => $"word{number}")) + " https://facebook.example/" + new string('x', 900);
        var pdf = ChronologyDocument.Write(BundleSamples.Contents(ExportAudience.Police, whatHappened: text, furtherEvents: 120));
        var words = PdfReading.Words(pdf);

        Assert.InRange(PdfReading.Pages(pdf), 6, 20);
        Assert.Contains($"Page {PdfReading.Pages(pdf)} of {PdfReading.Pages(pdf)}", words, StringComparison.Ordinal);
        Assert.Contains(text.Replace(" ", "", StringComparison.Ordinal), PdfReading.Body(pdf).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_File_Itself_Names_Nobody_And_No_Machine()
    {
        var pdf = Encoding.Latin1.GetString(ChronologyDocument.Write(BundleSamples.Contents(ExportAudience.Practice)));

        Assert.Contains(
            "<</CreationDate(D:20260701111530+00'00')/Title(Chronology of case RMC-2026-0042)/Creator(Rowcroft Teams Bot)"
            + "/ModDate(D:20260701111530+00'00')/Producer(PDFsharp 6.2.4)>>",
            pdf,
            StringComparison.Ordinal);
        Assert.Contains("<xmp:ModifyDate>2026-07-01T11:15:30Z</xmp:ModifyDate>", pdf, StringComparison.Ordinal);
        Assert.Contains("<dc:creator><rdf:Seq><rdf:li></rdf:li></rdf:Seq></dc:creator>", pdf, StringComparison.Ordinal);
        foreach (var stranger in new[] { "/Author", BundleSamples.Secret, "/FlateDecode" })
        {
            Assert.DoesNotContain(stranger, pdf, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_Is_Identified_By_What_Is_On_Its_Pages()
    {
        var (one, again) = (Identities(ExportAudience.Police), Identities(ExportAudience.Police));
        var other = Identities(ExportAudience.Police, "They wrote something else.");

        Assert.Equal(4, one.Count);
        Assert.Single(one.Distinct());
        Assert.Equal(one, again);
        Assert.NotEqual(one[0], other[0]);
    }

    [Fact]
    public void Chronologies_That_Are_Made_At_The_Same_Moment_Do_Not_Mix()
    {
        var alone = Enum.GetValues<ExportAudience>().Select(audience => ChronologyDocument.Write(BundleSamples.Contents(audience))).ToList();
        var together = new byte[64][];

        Parallel.For(0, together.Length, index => together[index] = ChronologyDocument.Write(BundleSamples.Contents((ExportAudience)(index % alone.Count))));

        Assert.All(together.Index(), made => Assert.Equal(alone[made.Index % alone.Count], made.Item));
    }

    /// <summary>PDFsharp leaves pieces out of such letters when it embeds a part of a font.</summary>
    [Fact]
    public void Letters_That_Are_Made_Of_Others_Are_Printed_Whole()
    {
        const string names = "Їжак, Άννα, Nguyễn Thị Hường, ǖ";
        var pdf = ChronologyDocument.Write(BundleSamples.Contents(ExportAudience.Police, whatHappened: names));
        using var font = typeof(ChronologyDocument).Assembly.GetManifestResourceStream("Rowcroft.TeamsBot.Exports.Fonts.DejaVuSans.ttf")!;
        var outlines = new byte[font.Length];
        font.ReadExactly(outlines);

        Assert.Contains(names, PdfReading.Words(pdf), StringComparison.Ordinal);
        Assert.True(pdf.AsSpan().IndexOf(outlines) > 0);
        Assert.DoesNotContain("+DejaVu", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    /// <summary>In the trailer and in the metadata, each twice.</summary>
    private static List<string> Identities(ExportAudience audience, string? whatHappened = null)
    {
        var pdf = Encoding.Latin1.GetString(ChronologyDocument.Write(BundleSamples.Contents(audience, whatHappened: whatHappened)));
        return
        [
            .. TrailerIds().Match(pdf).Groups.Values.Skip(1).Select(id => new Guid(Convert.FromHexString(id.Value), bigEndian: true).ToString()),
            .. MetadataIds().Matches(pdf).Select(id => id.Groups[1].Value),
        ];
    }

    private static string Words(ExportAudience audience, string? whatHappened = null) =>
        PdfReading.Words(ChronologyDocument.Write(BundleSamples.Contents(audience, whatHappened: whatHappened)));

    /// <summary>For looking at, where somebody wants to.</summary>
    private static void Look(ExportAudience audience, string name, string? whatHappened = null)
    {
        if (Pictures.Folder is { } folder)
        {
            File.WriteAllBytes(
                Path.Combine(folder, $"chronology-{name}.pdf"),
                ChronologyDocument.Write(BundleSamples.Contents(audience, whatHappened: whatHappened)));
        }
    }

    [GeneratedRegex("/ID\\s*\\[<([0-9A-F]{32})><([0-9A-F]{32})>\\]")]
    private static partial Regex TrailerIds();

    [GeneratedRegex(">uuid:([0-9a-f-]{36})<")]
    private static partial Regex MetadataIds();
}
