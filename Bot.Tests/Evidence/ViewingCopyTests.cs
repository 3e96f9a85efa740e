using System.Security.Cryptography;
using Rowcroft.TeamsBot.Evidence;
using SkiaSharp;
using static Rowcroft.TeamsBot.Tests.Evidence.DrawnPictures;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class ViewingCopyTests : IDisposable
{
    private readonly DecodingRig _rig = new();

    public static TheoryData<string, string, byte[]> Kinds => new()
    {
        { "8 bits", "image/png", Png() },
        { "16 bits", "image/png", SixteenBit() },
        { "palette", "image/png", Palette() },
        { "gif", "image/png", GifOfQuarters() },
        { "lossless webp", "image/jpeg", WebP() },
        { "jpeg", "image/jpeg", Jpeg() },
        { "cmyk", "image/jpeg", CmykJpeg.Quarters },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_Kind_Of_Picture_Looks_As_It_Did(string kind, string contentType, byte[] original)
    {
        Assert.NotEmpty(kind);
        var (outcome, bytes) = await _rig.ViewAsync(original);

        var written = Assert.IsType<CopyOutcome.Written>(outcome);
        Assert.Equal((contentType, bytes.Length), (written.ContentType, (int)written.Size));
        using var copy = Decode(bytes);
        Assert.Equal((copy.Width, copy.Height), (written.Width, written.Height));
        AssertQuarters(copy, SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White);
    }

    // The corners, clockwise from the top left, after turning what was encoded as red, green, blue and white.
    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "BWRG")]
    [InlineData(4, "WBGR")]
    [InlineData(5, "RWBG")]
    [InlineData(6, "WRGB")]
    [InlineData(7, "BGRW")]
    [InlineData(8, "GBWR")]
    public async Task It_Stands_Upright_Whatever_The_Orientation(int orientation, string corners)
    {
        var exif = Exif(orientation, withPlace: true);
        foreach (var original in new[] { JpegWithExif(Jpeg(), exif), PngWithExif(Png(), exif), WebPWithExif(WebP(), 80, 40, exif) })
        {
            var (outcome, bytes) = await _rig.ViewAsync(original);

            using var copy = Decode(bytes);
            AssertQuarters(copy, [.. corners.Select(Colour)]);
            using var stream = new MemoryStream(original);
            var facts = Assert.IsType<Inspected.Picture>(PictureInspection.Of(stream, new EvidenceOptions())).Facts;
            var written = Assert.IsType<CopyOutcome.Written>(outcome);
            Assert.Equal((facts.Width, facts.Height), (written.Width, written.Height));
        }
    }

    [Fact]
    public async Task Nothing_Of_The_Originals_Metadata_Is_In_It()
    {
        var exif = Exif(1, withPlace: true);
        byte[] secret = [.. "sentinel-of-the-original"u8];
        byte[] png = [.. PngWithExif(Png(), exif)[..^12], .. SamplePictures.Chunk("tEXt", secret), .. Png()[^12..], .. secret];
        byte[] jpeg = [.. JpegWithExif(Jpeg(), exif)[..^2], 0xFF, 0xFE, 0, (byte)(secret.Length + 2), .. secret, 0xFF, 0xD9, .. secret];

        foreach (var original in new[] { png, jpeg })
        {
            var (outcome, bytes) = await _rig.ViewAsync(original);
            Assert.IsType<CopyOutcome.Written>(outcome);
            Assert.True(bytes.AsSpan().IndexOf(secret) < 0);
            Assert.True(bytes.AsSpan().IndexOf("eXIf"u8) < 0 && bytes.AsSpan().IndexOf("Exif"u8) < 0);
        }
    }

    [Fact]
    public async Task Of_An_Animation_It_Is_The_First_Frame()
    {
        var (outcome, bytes) = await _rig.ViewAsync(SamplePictures.GifOf(1_000));
        Assert.Equal(new CopyOutcome.Written("image/png", bytes.Length, 1, 1), outcome);

        var (animated, drawn) = await _rig.ViewAsync(AnimatedWebP());
        Assert.IsType<CopyOutcome.Written>(animated);
        using var copy = Decode(drawn);
        AssertQuarters(copy, SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White);
    }

    [Fact]
    public async Task A_Large_Picture_Is_Made_Smaller_And_A_Small_One_Never_Larger()
    {
        Assert.Equal((5_000, 2_500), await SizeAsync(Png(5_000, 2_500)));
        Assert.Equal((5_656, 2_828), await SizeAsync(Png(6_000, 3_000)));
        Assert.Equal((5_656, 2_828), await SizeAsync(Jpeg(6_000, 3_000)));
        Assert.Equal((800, 16_000), await SizeAsync(Png(1_000, 20_000)));
        Assert.Equal((1, 1), await SizeAsync(Png(1, 1)));
        Assert.Equal((1, 1), await SizeAsync(SamplePictures.Png()));
    }

    [Fact]
    public async Task What_Cannot_Be_Drawn_Is_Said_So_And_Nothing_Is_Written()
    {
        byte[] holed = [.. Png()[..33], .. SamplePictures.Chunk("IDAT", [1, 2, 3, 4]), .. Png()[^12..]];
        foreach (var original in new[] { [], [1, 2, 3], holed, SamplePictures.Jpeg, Jpeg()[..60], WebP()[..40], "BM"u8.ToArray() })
        {
            Assert.Equal((new CopyOutcome.NotDrawable(), 0), await Outcome(_rig.ViewAsync(original)));
        }
    }

    [Fact]
    public async Task The_Limit_Is_Asked_Again_Of_The_Decoder()
    {
        using var strict = new DecodingRig(new EvidenceOptions { MaxPixels = (80 * 40) - 1 });
        Assert.Equal((new CopyOutcome.NotDrawable(), 0), await Outcome(strict.ViewAsync(Png())));
        Assert.Equal(
            (new CopyOutcome.NotDrawable(), 0),
            await Outcome(_rig.ViewAsync(SamplePictures.PngThatSays(60_000, 60_000, 8, 2, new byte[1_000_000]))));
    }

    [Fact]
    public async Task Bytes_That_Cannot_Be_Read_Do_Not_End_The_Process()
    {
        using var changed = new BrokenStream(Png(1_000, 1_000), new AuthenticationTagMismatchException());
        Assert.Equal((new CopyOutcome.NotDrawable(), 0), await Outcome(_rig.ViewAsync(changed)));

        using var bug = new BrokenStream(Png(1_000, 1_000), new InvalidTimeZoneException());
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.ViewAsync(bug));
        Assert.IsType<InvalidTimeZoneException>(thrown.InnerException);
    }

    public void Dispose() => _rig.Dispose();

    private async Task<(int Width, int Height)> SizeAsync(byte[] original)
    {
        var (outcome, bytes) = await _rig.ViewAsync(original);
        var written = Assert.IsType<CopyOutcome.Written>(outcome);
        using var copy = Decode(bytes);
        Assert.Equal((copy.Width, copy.Height), (written.Width, written.Height));
        return (copy.Width, copy.Height);
    }

    private static async Task<(CopyOutcome Outcome, int Bytes)> Outcome(Task<(CopyOutcome Outcome, byte[] Bytes)> made)
    {
        var (outcome, bytes) = await made;
        return (outcome, bytes.Length);
    }

    private static void AssertQuarters(SKBitmap picture, params IReadOnlyList<SKColor> corners)
    {
        var (right, bottom) = (picture.Width * 3 / 4, picture.Height * 3 / 4);
        var (left, top) = (picture.Width / 4, picture.Height / 4);
        Assert.All(
            corners.Zip([(left, top), (right, top), (right, bottom), (left, bottom)]),
            pair => AssertAlike(pair.First, picture.GetPixel(pair.Second.Item1, pair.Second.Item2)));
    }

    private static void AssertAlike(SKColor expected, SKColor actual) => Assert.True(
        Math.Abs(expected.Red - actual.Red) < 12 && Math.Abs(expected.Green - actual.Green) < 12 && Math.Abs(expected.Blue - actual.Blue) < 12,
        $"{actual} is not {expected}");

    private static SKColor Colour(char name) => name switch
    {
        'R' => SKColors.Red,
        'G' => SKColors.Lime,
        'B' => SKColors.Blue,
        _ => SKColors.White,
    };
}
