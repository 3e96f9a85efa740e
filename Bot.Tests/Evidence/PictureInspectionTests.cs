using System.Text;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using static Rowcroft.TeamsBot.Tests.Evidence.DrawnPictures;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class PictureInspectionTests
{
    private static readonly EvidenceOptions Options = new();

    public static TheoryData<string, byte[]> Pictures => new()
    {
        { "image/png", Png() },
        { "image/jpeg", Jpeg() },
        { "image/webp", WebP() },
        { "image/webp", Lossy() },
        { "image/webp", WebPWithExif(WebP(), 80, 40, Exif(1, withPlace: false)) },
        { "image/gif", [.. "GIF89a"u8, 80, 0, 40, 0, .. SamplePictures.Gif[10..]] },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Width_Height_And_Frames_Come_From_The_Headers(string contentType, byte[] bytes)
    {
        var picture = Whole(bytes);
        Assert.Equal((contentType, new PictureFacts(80, 40, 1, HasLocation: false), 0), (picture.Type.ContentType, picture.Facts, picture.BytesAfterEnd));
    }

    [Fact]
    public void A_Tiny_File_That_Unpacks_To_Gigapixels_Is_Refused_From_Its_Header()
    {
        var bomb = SamplePictures.PngThatSays(60_000, 60_000, 8, 2, new byte[1_000_000]);
        Assert.InRange(bomb.Length, 0, 10_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(EvidenceRefusal.TooManyPixels, Refusal(bomb));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.Equal(EvidenceRefusal.TooManyPixels, Refusal([.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. SamplePictures.Gif[10..]]));
        Assert.Equal(
            EvidenceRefusal.TooManyPixels,
            Refusal(WebPWithExif(WebP(), 16_000_000, 16_000_000, Exif(1, withPlace: false))));
        Assert.Equal(EvidenceRefusal.TooManyPixels, Refusal(Resized(Jpeg(), 65_000, 65_000)));
    }

    [Fact]
    public void A_Frame_Larger_Than_Its_Screen_Counts_Too()
    {
        byte[] gif = [.. SamplePictures.Gif];
        var frame = Array.IndexOf(gif, (byte)0x2C);
        (gif[frame + 5], gif[frame + 6], gif[frame + 7], gif[frame + 8]) = (0xFF, 0xFF, 0xFF, 0xFF);
        Assert.Equal(EvidenceRefusal.TooManyPixels, Refusal(gif));
    }

    [Fact]
    public void The_Limits_Are_Inclusive()
    {
        Assert.IsType<Inspected.Picture>(Inspect(Png(), new EvidenceOptions { MaxPixels = 80 * 40 }));
        Assert.Equal(new Inspected.Refused(EvidenceRefusal.TooManyPixels), Inspect(Png(), new EvidenceOptions { MaxPixels = (80 * 40) - 1 }));
        Assert.Equal(1_000, Whole(SamplePictures.GifOf(1_000)).Facts.Frames);
        Assert.Equal(EvidenceRefusal.TooManyFrames, Refusal(SamplePictures.GifOf(1_001)));
        Assert.Equal(EvidenceRefusal.TooManyFrames, Refusal(SamplePictures.GifOf(10_000)));
    }

    [Theory]
    [InlineData(1, 80, 40)]
    [InlineData(3, 80, 40)]
    [InlineData(6, 40, 80)]
    [InlineData(8, 40, 80)]
    public void Width_And_Height_Are_Those_Of_The_Upright_Picture(int orientation, int width, int height)
    {
        var exif = Exif(orientation, withPlace: false);
        Assert.Equal(new PictureFacts(width, height, 1, HasLocation: false), Whole(JpegWithExif(Jpeg(), exif)).Facts);
        Assert.Equal(new PictureFacts(width, height, 1, HasLocation: false), Whole(PngWithExif(Png(), exif)).Facts);
    }

    [Fact]
    public void That_A_Place_Is_Written_In_It_Is_A_Fact_And_The_Place_Is_Not()
    {
        var exif = Exif(1, withPlace: true);
        Assert.True(Whole(JpegWithExif(Jpeg(), exif)).Facts.HasLocation);
        Assert.True(Whole(PngWithExif(Png(), exif)).Facts.HasLocation);
        Assert.True(Whole(WebPWithExif(WebP(), 80, 40, exif)).Facts.HasLocation);
        var xmp = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude='50,27.6N'/>";
        Assert.True(Whole([.. Jpeg()[..2], 0xFF, 0xE1, 0, (byte)(xmp.Length + 2), .. Encoding.ASCII.GetBytes(xmp), .. Jpeg()[2..]]).Facts.HasLocation);
        Assert.DoesNotContain("50", Whole(JpegWithExif(Jpeg(), exif)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Damaged_Exif_Block_Says_Nothing()
    {
        var exif = Exif(6, withPlace: true);
        for (var at = 0; at < exif.Length; at++)
        {
            byte[] damaged = [.. exif];
            damaged[at] ^= 0xFF;
            Assert.Equal("image/jpeg", Whole(JpegWithExif(Jpeg(), damaged)).Type.ContentType);
        }

        Assert.False(Whole(JpegWithExif(Jpeg(), new byte[60_000])).Facts.HasLocation);
        Assert.Equal(80, Whole(JpegWithExif(Jpeg(), Exif(99, withPlace: false))).Facts.Width);
    }

    [Fact]
    public void A_Png_With_A_Wrong_Checksum_In_Any_Chunk_Is_Damaged()
    {
        var png = PngWithExif(SamplePictures.Png(), Exif(1, withPlace: false));
        for (var at = 8; at < png.Length; at++)
        {
            byte[] damaged = [.. png];
            damaged[at] ^= 1;
            Assert.Equal(EvidenceRefusal.Incomplete, Refusal(damaged));
        }
    }

    [Fact]
    public void A_Webp_Whose_Container_Names_A_Wrong_Length_Is_Damaged()
    {
        foreach (var wrong in new[] { -2, 2, 1_000_000, -WebP().Length })
        {
            byte[] damaged = [.. WebP()];
            Length(damaged.Length - 8 + wrong).CopyTo(damaged, 4);
            Assert.Equal(EvidenceRefusal.Incomplete, Refusal(damaged));
        }
    }

    [Fact]
    public void A_Jpeg_Inside_A_Jpeg_Is_Damaged_But_A_Second_One_Behind_It_Is_What_Phones_Do()
    {
        Assert.Equal(EvidenceRefusal.Incomplete, Refusal([.. Jpeg()[..2], .. Jpeg()]));
        Assert.Equal(Jpeg().Length, Whole([.. Jpeg(), .. Jpeg()]).BytesAfterEnd);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_Picture_That_Is_Another_File_Too_Is_Refused(string contentType, byte[] bytes)
    {
        Assert.NotEmpty(contentType);
        Assert.All(
            new[] { "MZ\u0090\0", "\u007fELF", "\n<html><script>alert(1)</script>", "  <!DOCTYPE html>", "%PDF-1.7", "PK\u0003\u0004", "#!/bin/sh", "Rar!\u001a" },
            other => Assert.Equal(EvidenceRefusal.HidesAnotherFile, Refusal([.. bytes, .. Encoding.Latin1.GetBytes(other)])));
        Assert.Equal(EvidenceRefusal.HidesAnotherFile, Refusal([.. bytes, .. new byte[5_000], .. EmptyArchive()]));
    }

    [Fact]
    public void An_Archive_Or_Pdf_Inside_A_Picture_Is_Refused_Wherever_It_Begins()
    {
        var inside = EmptyArchive(comment: 12 + 4);
        Assert.Equal(EvidenceRefusal.HidesAnotherFile, Refusal([.. Png()[..^12], .. SamplePictures.Chunk("teXt", inside), .. Png()[^12..]]));
        Assert.Equal(EvidenceRefusal.HidesAnotherFile, Refusal([.. Png()[..33], .. SamplePictures.Chunk("teXt", "%PDF-1.4"u8.ToArray()), .. Png()[33..]]));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Other_Bytes_After_A_Picture_Are_Noted(string contentType, byte[] bytes)
    {
        Assert.Equal((contentType, 3_000), (Whole([.. bytes, .. new byte[3_000]]).Type.ContentType, Whole([.. bytes, .. new byte[3_000]]).BytesAfterEnd));
        Assert.Equal(12, Whole([.. bytes, .. "\0\0\0\u0018ftypmp42"u8]).BytesAfterEnd);
    }

    [Fact]
    public void What_Is_Refused_By_Its_First_Bytes_Is_Refused_For_The_Same_Reason_As_Ever()
    {
        Assert.Equal(EvidenceRefusal.Heic, Refusal([.. "\0\0\0\u0018ftypheic\0\0\0\0"u8]));
        Assert.Equal(EvidenceRefusal.Empty, Refusal([]));
        Assert.Equal(
            "This is a HEIC picture from a phone. Please open it, take a screenshot of it and send that. "
            + "For new pictures on an iPhone: Settings, Camera, Formats, Most Compatible.",
            RefusalSentences.For(EvidenceRefusal.Heic, Options));
    }

    private static Inspected Inspect(byte[] bytes, EvidenceOptions options)
    {
        using var stream = new MemoryStream(bytes);
        stream.Position = stream.Length; // as after receiving
        return PictureInspection.Of(stream, options);
    }

    private static Inspected.Picture Whole(byte[] bytes) => Assert.IsType<Inspected.Picture>(Inspect(bytes, Options));

    private static EvidenceRefusal Refusal(byte[] bytes) => Assert.IsType<Inspected.Refused>(Inspect(bytes, Options)).Reason;

    private static byte[] Lossy()
    {
        using var bitmap = Quarters(80, 40);
        return bitmap.Bytes(SkiaSharp.SKEncodedImageFormat.Webp, 80);
    }

    /// <summary>The same JPEG whose header names another size.</summary>
    private static byte[] Resized(byte[] jpeg, int width, int height)
    {
        var header = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (jpeg[header + 5], jpeg[header + 6], jpeg[header + 7], jpeg[header + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return jpeg;
    }

    private static byte[] EmptyArchive(int comment = 0) => [.. "PK\u0005\u0006"u8, .. new byte[16], (byte)comment, 0];
}
