using System.Text;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports.Bundles;
using Rowcroft.TeamsBot.Tests.Journeys;

namespace Rowcroft.TeamsBot.Tests.Exports;

public sealed class ChronologyTests
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

        Assert.Contains("/CreationDate (D:20260701111530Z)", pdf, StringComparison.Ordinal);
        foreach (var key in new[] { "/Author", "/Creator", "/Producer", "/Metadata", BundleSamples.Secret })
        {
            Assert.DoesNotContain(key, pdf, StringComparison.Ordinal);
        }
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
}
