using Rowcroft.TeamsBot.Evidence;
using SkiaSharp;
using static Rowcroft.TeamsBot.Tests.Evidence.DrawnPictures;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class RedactedCopyTests : IDisposable
{
    private readonly DecodingRig _rig = new();

    [Fact]
    public async Task What_Is_Covered_Is_Gone_And_The_Rest_Is_Untouched()
    {
        var (outcome, bytes) = await _rig.RedactAsync(Png(), new RedactionBox(10, 5, 20, 10), new RedactionBox(60, 30, 1, 1));

        Assert.Equal(new CopyOutcome.Written("image/png", bytes.Length, 80, 40), outcome);
        using var copy = Decode(bytes);
        using var original = Quarters(80, 40);
        foreach (var (x, y) in Enumerable.Range(0, 80).SelectMany(x => Enumerable.Range(0, 40).Select(y => (x, y))))
        {
            var isCovered = (x is >= 10 and < 30 && y is >= 5 and < 15) || (x, y) == (60, 30);
            Assert.Equal(isCovered ? SKColors.Black : original.GetPixel(x, y), copy.GetPixel(x, y));
        }
    }

    [Fact]
    public async Task A_Covered_Part_Tells_Nothing_Of_What_Was_Beneath()
    {
        using var other = Quarters(80, 40);
        other.Erase(SKColors.Purple, SKRectI.Create(10, 5, 20, 10));
        var box = new RedactionBox(10, 5, 20, 10);

        var (_, one) = await _rig.RedactAsync(Png(), box);
        var (_, two) = await _rig.RedactAsync(other.Bytes(SKEncodedImageFormat.Png, 100), box);

        Assert.Equal(one, two);
    }

    [Fact]
    public async Task Boxes_Are_Meant_For_The_Upright_Picture()
    {
        var (_, bytes) = await _rig.RedactAsync(JpegWithExif(Jpeg(), Exif(6, withPlace: true)), new RedactionBox(20, 0, 20, 40));

        using var copy = Decode(bytes);
        Assert.Equal((40, 80), (copy.Width, copy.Height));
        Assert.Equal(SKColors.Black, copy.GetPixel(39, 39)); // where the red quarter was
        Assert.Equal(SKColors.Black, copy.GetPixel(20, 0));
        Assert.InRange(copy.GetPixel(10, 20).Green, 240, 255); // white
        Assert.InRange(copy.GetPixel(30, 60).Green, 240, 255); // green
    }

    [Fact]
    public async Task Metadata_Thumbnails_And_What_Stood_Behind_The_End_Are_Gone()
    {
        byte[] thumbnail = [.. Exif(1, withPlace: true), .. Jpeg(20, 10)];
        var (outcome, bytes) = await _rig.RedactAsync([.. JpegWithExif(Jpeg(), thumbnail), .. Jpeg()], new RedactionBox(0, 0, 80, 40));

        Assert.IsType<CopyOutcome.Written>(outcome);
        Assert.Equal(["IHDR", "sBIT", "sRGB", "IDAT", "IEND"], Chunks(bytes).Distinct());
        using var copy = Decode(bytes);
        Assert.All(copy.Pixels, pixel => Assert.Equal(SKColors.Black, pixel));
    }

    [Fact]
    public async Task A_Transparent_Picture_Is_Covered_With_Opaque_Black()
    {
        using var clear = new SKBitmap(80, 40, SKColorType.Rgba8888, SKAlphaType.Premul);
        clear.Erase(new SKColor(200, 0, 0, 40));
        var (_, bytes) = await _rig.RedactAsync(clear.Bytes(SKEncodedImageFormat.Png, 100), new RedactionBox(0, 0, 40, 40));
        using var copy = Decode(bytes);
        Assert.Equal((SKColors.Black, (byte)40), (copy.GetPixel(20, 20), copy.GetPixel(60, 20).Alpha));
    }

    [Fact]
    public async Task A_Box_Over_The_Edge_Is_Clipped()
    {
        var (outcome, bytes) = await _rig.RedactAsync(
            Png(), new RedactionBox(-10, -10, 15, 15), new RedactionBox(70, 30, int.MaxValue, int.MaxValue));

        Assert.IsType<CopyOutcome.Written>(outcome);
        using var copy = Decode(bytes);
        Assert.Equal((SKColors.Black, SKColors.Red), (copy.GetPixel(4, 4), copy.GetPixel(5, 5)));
        Assert.Equal((SKColors.Black, SKColors.Blue), (copy.GetPixel(79, 39), copy.GetPixel(69, 29)));
    }

    [Theory]
    [InlineData(0, 0, 0, 10)]
    [InlineData(0, 0, 10, -1)]
    [InlineData(80, 0, 10, 10)]
    [InlineData(0, 40, 10, 10)]
    [InlineData(-10, 0, 10, 10)]
    [InlineData(int.MinValue, int.MinValue, 10, 10)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    public async Task A_Box_That_Covers_Nothing_Is_A_Mistake_And_No_Copy_Is_Made(int x, int y, int width, int height)
    {
        var (outcome, bytes) = await _rig.RedactAsync(Png(), new RedactionBox(0, 0, 10, 10), new RedactionBox(x, y, width, height));
        Assert.Equal(new CopyOutcome.BadBoxes(), outcome);
        Assert.Empty(bytes);
    }

    [Fact]
    public async Task Without_A_Box_Or_With_Too_Many_No_Copy_Is_Made()
    {
        Assert.Equal(new CopyOutcome.BadBoxes(), (await _rig.RedactAsync(Png())).Outcome);
        RedactionBox[] many = [.. Enumerable.Repeat(new RedactionBox(0, 0, 1, 1), RedactedCopy.MaxBoxes + 1)];
        Assert.Equal(new CopyOutcome.BadBoxes(), (await _rig.RedactAsync(Png(), many)).Outcome);
        Assert.IsType<CopyOutcome.Written>((await _rig.RedactAsync(Png(), many[1..])).Outcome);
        Assert.Equal(new CopyOutcome.NotDrawable(), (await _rig.RedactAsync(SamplePictures.Jpeg, new RedactionBox(0, 0, 1, 1))).Outcome);
    }

    public void Dispose() => _rig.Dispose();

    private static IEnumerable<string> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length; at += System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) + 12)
        {
            yield return System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
        }
    }
}
