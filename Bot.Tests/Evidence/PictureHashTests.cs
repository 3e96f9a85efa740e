using Rowcroft.TeamsBot.Evidence;
using SkiaSharp;
using Xunit.Abstractions;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>
/// How often the same post is recognised, and how often another is taken for it: on drawn posts of eight authors, phone and desktop by turns, in
/// which posts of one author share avatar, name, number of lines and everything around them. What is printed here stands in the README.
/// </summary>
public sealed class PictureHashTests(ITestOutputHelper output) : IDisposable
{
    private const int Originals = 80;
    private const int Changed = 16;
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    private static readonly (string Name, double AtLeast, Func<Post, SKBitmap, byte[]> Make)[] Changes =
    [
        ("JPEG, quality 90", 0.95, (_, picture) => picture.Bytes(SKEncodedImageFormat.Jpeg, 90)),
        ("JPEG, quality 60", 0.95, (_, picture) => picture.Bytes(SKEncodedImageFormat.Jpeg, 60)),
        ("WebP, quality 75", 0.95, (_, picture) => picture.Bytes(SKEncodedImageFormat.Webp, 75)),
        ("half the size", 0.6, (_, picture) => Resize(picture, 0.5)),
        ("three quarters of the size", 0.85, (_, picture) => Resize(picture, 0.75)),
        ("one and a half times the size", 0.95, (_, picture) => Resize(picture, 1.5)),
        ("5 % cropped on each side", 0.85, (_, picture) => Crop(picture, SKEncodedImageFormat.Png, 100)),
        ("cropped, and JPEG", 0.85, (_, picture) => Crop(picture, SKEncodedImageFormat.Jpeg, 75)),
        ("dark mode", 0.95, (post, _) => Dark(post, 1)),
        ("dark mode, three quarters of the size", 0.8, (post, _) => Dark(post, 0.75)),
    ];

    private readonly DecodingRig _rig = new();

    [Fact]
    public async Task The_Same_Post_Is_Recognised_And_Another_Hardly_Ever_Taken_For_It()
    {
        var hashes = new ulong[Originals];
        var distances = Changes.ToDictionary(change => change.Name, _ => new List<int>());
        for (var number = 0; number < Originals; number++)
        {
            var post = new Post(number);
            using var picture = post.Draw(isDark: false);
            hashes[number] = Assert.NotNull(await _rig.HashAsync(picture.Bytes(SKEncodedImageFormat.Jpeg, 95)));
            foreach (var (name, _, make) in number < Changed ? Changes : [])
            {
                var hash = await _rig.HashAsync(make(post, picture));
                distances[name].Add(PictureHash.Distance(hashes[number], hash ?? ~hashes[number]));
            }
        }

        foreach (var (name, atLeast, _) in Changes)
        {
            Say($"{name}: {Share(distances[name]):P0} recognised, mean distance {distances[name].Average():0.0}");
            Assert.True(Share(distances[name]) >= atLeast, name);
        }

        var pairs = Enumerable.Range(0, Originals).SelectMany(one => Enumerable.Range(0, one).Select(other => (one, other))).ToList();
        var alike = Distances(pairs.Where(pair => pair.one % 8 == pair.other % 8), hashes);
        var different = Distances(pairs.Where(pair => pair.one % 8 != pair.other % 8), hashes);
        Say($"other posts of the same author in the same layout: {Share(alike):P2} of {alike.Count} pairs, nearest {alike.Min()}");
        Say($"other posts of other authors: {Share(different):P2} of {different.Count} pairs, nearest {different.Min()}");
        Assert.InRange(Share(alike), 0, 0.01);
        Assert.InRange(Share(different), 0, 0.01);
    }

    [Fact]
    public async Task A_Picture_Without_Text_Is_Not_Compared()
    {
        Assert.Null(await _rig.HashAsync(DrawnPictures.Png()));
        Assert.Null(await _rig.HashAsync(DrawnPictures.Jpeg(1_000, 1_000)));
        Assert.Null(await _rig.HashAsync(SamplePictures.Png()));
        Assert.Null(await _rig.HashAsync(SamplePictures.Jpeg));
        Assert.Null(await _rig.HashAsync([]));
    }

    [Fact]
    public async Task What_Was_Stored_Once_Is_Compared_With_For_Ever()
    {
        using var picture = new Post(0).Draw(isDark: false);
        var hash = await _rig.HashAsync(picture.Bytes(SKEncodedImageFormat.Png, 100));
        Assert.InRange(PictureHash.Distance(0xD6F682A5C6384EE5, hash!.Value), 0, 4);
        Assert.Equal((0, 1, 64), (PictureHash.Distance(5, 5), PictureHash.Distance(5, 4), PictureHash.Distance(0, ulong.MaxValue)));
    }

    public void Dispose() => _rig.Dispose();

    private void Say(string line) => output.WriteLine(line);

    private static double Share(List<int> distances) => distances.Count(distance => distance <= PictureHash.TwinDistance) / (double)distances.Count;

    private static List<int> Distances(IEnumerable<(int One, int Other)> pairs, ulong[] hashes) =>
        [.. pairs.Select(pair => PictureHash.Distance(hashes[pair.One], hashes[pair.Other]))];

    private static byte[] Resize(SKBitmap picture, double scale)
    {
        using var resized = picture.Resize(new SKSizeI((int)(picture.Width * scale), (int)(picture.Height * scale)), Smooth);
        return resized.Bytes(SKEncodedImageFormat.Png, 100);
    }

    private static byte[] Crop(SKBitmap picture, SKEncodedImageFormat format, int quality)
    {
        using var cropped = new SKBitmap();
        Assert.True(picture.ExtractSubset(
            cropped,
            new SKRectI(picture.Width / 20, picture.Height / 20, picture.Width - (picture.Width / 20), picture.Height - (picture.Height / 20))));
        return cropped.Bytes(format, quality);
    }

    private static byte[] Dark(Post post, double scale)
    {
        using var dark = post.Draw(isDark: true);
        return Resize(dark, scale);
    }

    /// <summary>One of ten of its author, if its number is below 80.</summary>
    private sealed record Post(int Number)
    {
        public SKBitmap Draw(bool isDark) =>
            new PostPictures(1_000 + Number, Number % 8, 3 + (Number % 8), HasPicture: Number % 8 is 3 or 6, Comments: Number % 3 == 0 ? 2 : 1)
                .Draw(isPhone: Number % 2 == 0, isDark);
    }
}
