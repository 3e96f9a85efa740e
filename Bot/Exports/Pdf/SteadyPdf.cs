using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Rowcroft.TeamsBot.Exports.Pdf;

/// <summary>
/// A PDF file in which nothing depends on the machine, the moment or chance, and nothing is compressed, because compressors differ between
/// versions: the same pages are the same bytes everywhere. PDFsharp itself would write the time, the culture's calendar and random numbers.
/// </summary>
internal static class SteadyPdf
{
    private const int WrittenGuid = 36;

    public static PdfDocument New()
    {
        var document = new PdfDocument { Language = "en-GB" };
        document.Options.CompressContentStreams = false;
        document.Options.NoCompression = true;
        document.ViewerPreferences.DisplayDocTitle = true;
        return document;
    }

    /// <param name="document">Made by <see cref="New"/>, with every page drawn.</param>
    /// <param name="made">What the file says about its own age: from the case, never from the clock.</param>
    public static byte[] Save(PdfDocument document, string title, DateTimeOffset made)
    {
        document.Info.Title = title;
        document.Info.Creator = "Rowcroft Teams Bot";
        document.Info.CreationDate = made.UtcDateTime;
        document.Info.ModificationDate = made.UtcDateTime;
        NameFont(document);
        var identity = IdentityOf(document);
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Encoding.Latin1.GetString(identity);
        var bytes = Bytes(document);
        Identify(bytes, new Guid(identity, bigEndian: true));
        return bytes;
    }

    /// <summary>PDFsharp puts six random letters in front of it.</summary>
    private static void NameFont(PdfDocument document)
    {
        foreach (var dictionary in document.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            foreach (var key in new[] { "/BaseFont", "/FontName" }.Where(dictionary.Elements.ContainsKey))
            {
                dictionary.Elements.SetName(key, Typeface.Name);
            }
        }
    }

    /// <summary>16 bytes that are others when anything else is on the pages.</summary>
    private static byte[] IdentityOf(PdfDocument document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(document.Info.Title));
        foreach (var content in document.Internals.GetAllObjects().OfType<PdfContent>())
        {
            hash.AppendData(content.Stream.Value);
        }

        return hash.GetHashAndReset()[..16];
    }

    /// <summary>Dates in it are written with the calendar of the moment's culture, so that culture is none while it is saved.</summary>
    private static byte[] Bytes(PdfDocument document)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            using var file = new MemoryStream();
            document.Save(file);
            return file.ToArray();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>The two random numbers in its metadata become its identity, over the same bytes: every length and place stays right.</summary>
    private static void Identify(Span<byte> file, Guid identity)
    {
        var number = Encoding.ASCII.GetBytes(identity.ToString());
        file = file[file.LastIndexOf("<x:xmpmeta"u8)..];
        while (file.IndexOf("uuid:"u8) is var at and >= 0)
        {
            file = file[(at + "uuid:".Length)..];
            number.CopyTo(file[..WrittenGuid]);
        }
    }
}
