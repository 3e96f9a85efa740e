using Rowcroft.TeamsBot.Evidence;
using SkiaSharp;
using static Rowcroft.TeamsBot.Tests.Evidence.DrawnPictures;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>What stands on the page before anybody asked for the picture: colours, and nothing that can be made out.</summary>
public sealed class BlurredPreviewTests : IDisposable
{
    private readonly DecodingRig _rig = new();

    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "png", Png(640, 320) },
        { "jpeg", Jpeg(640, 320) },
        { "webp", WebP(640, 320) },
        { "huge png", Png(6_000, 3_000) },
        { "huge jpeg", Jpeg(6_000, 3_000) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_Every_Kind_At_Most_Sixteen_Pixels_Are_Left(string kind, byte[] original)
    {
        Assert.NotEmpty(kind);
        var (outcome, bytes) = await _rig.PreviewAsync(original);

        Assert.Equal(new CopyOutcome.Written("image/png", bytes.Length, 16, 8), outcome);
        using var preview = Decode(bytes);
        Assert.Equal((16, 8), (preview.Width, preview.Height));
    }

    [Theory]
    [InlineData(1_170, 2_532, 7, 16)] // a phone
    [InlineData(1_000, 20_000, 1, 16)] // a whole thread
    [InlineData(96, 96, 12, 12)] // a small picture is made smaller all the same
    [InlineData(48, 24, 6, 3)]
    [InlineData(7, 7, 1, 1)]
    public async Task The_Shape_Stays_And_A_Small_Picture_Loses_Most_Of_Its_Pixels_Too(int width, int height, int smallWidth, int smallHeight)
    {
        var written = Assert.IsType<CopyOutcome.Written>((await _rig.PreviewAsync(Png(width, height))).Outcome);
        Assert.Equal((smallWidth, smallHeight), (written.Width, written.Height));
    }

    /// <summary>Letters as large as a quarter of the picture, and a face that fills it, live on what changes this often; a post's text on far more.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(40)]
    [InlineData(200)]
    public async Task What_Changes_Often_From_One_End_To_The_Other_Cannot_Be_Made_Out(int stripes)
    {
        foreach (var isUpright in (bool[])[false, true])
        {
            Assert.InRange(Contrast((await _rig.PreviewAsync(Striped(stripes, isUpright))).Bytes, rim: 4), 0, 12);
        }
    }

    [Fact]
    public async Task Where_It_Is_Light_And_Where_Dark_Is_Still_Seen() =>
        Assert.InRange(Contrast((await _rig.PreviewAsync(Striped(2, isUpright: false))).Bytes, rim: 0), 150, 255);

    [Fact]
    public async Task Two_Posts_That_Look_Alike_With_Other_Words_Have_The_Same_Preview()
    {
        using var one = new PostPictures(1, 7, 12).Draw(isPhone: true, isDark: false);
        using var other = new PostPictures(2, 7, 12).Draw(isPhone: true, isDark: false);
        using var first = Decode((await _rig.PreviewAsync(one.Bytes(SKEncodedImageFormat.Png, 100))).Bytes);
        using var second = Decode((await _rig.PreviewAsync(other.Bytes(SKEncodedImageFormat.Png, 100))).Bytes);

        var differences = first.Pixels.Zip(second.Pixels, (left, right) => Math.Abs(left.Green - right.Green));
        Assert.InRange(differences.Max(), 0, 12);
    }

    [Fact]
    public async Task What_Cannot_Be_Drawn_Has_None()
    {
        foreach (var original in (byte[][])[[], [1, 2, 3], SamplePictures.Jpeg, Jpeg()[..60]])
        {
            var (outcome, bytes) = await _rig.PreviewAsync(original);
            Assert.IsType<CopyOutcome.NotDrawable>(outcome);
            Assert.Empty(bytes);
        }
    }

    public void Dispose() => _rig.Dispose();

    /// <param name="rim">Pixels on each side that are not looked at: what lies there has nothing beyond it to be mixed with.</param>
    private static int Contrast(byte[] preview, int rim)
    {
        using var pixels = Decode(preview);
        var inside = Enumerable.Range(rim, pixels.Width - (2 * rim));
        var greys = inside.SelectMany(x => inside.Select(y => (int)pixels.GetPixel(x, y).Green)).ToList();
        return greys.Max() - greys.Min();
    }

    private static byte[] Striped(int stripes, bool isUpright)
    {
        const int Side = 1_200;
        using var bitmap = new SKBitmap(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var black = new SKPaint { Color = SKColors.Black };
        canvas.Clear(SKColors.White);
        var width = (float)Side / stripes;
        for (var stripe = 0; stripe < stripes; stripe += 2)
        {
            canvas.DrawRect(isUpright ? SKRect.Create(0, stripe * width, Side, width) : SKRect.Create(stripe * width, 0, width, Side), black);
        }

        return bitmap.Bytes(SKEncodedImageFormat.Png, 100);
    }
}
