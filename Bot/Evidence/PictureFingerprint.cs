namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// The arithmetic of <see cref="PictureHash"/>: from the pixels of one picture to 64 bits. What makes a post that post is its text, and what
/// survives another format, another size, dark mode and a crop is how wide its words are beside each other. So for every four words in a row
/// the three ratios of their widths are a point in space, and each bit says whether more of these points lie on the crests or in the troughs of
/// one wave of 64. Same points, same bits; a few points more or less change few bits; other points, half of the bits.
/// </summary>
internal static class PictureFingerprint
{
    /// <summary>Fewer points are no text.</summary>
    private const int FewestPoints = 6;

    /// <summary>So short a wave that a pixel more or less hardly matters, and that different words come to lie anywhere on it. Measured.</summary>
    private const double Frequency = 8;

    private static readonly Wave[] Waves = MakeWaves();

    /// <param name="rgba">Four bytes for each pixel, row after row.</param>
    /// <returns><c>null</c> when the picture holds too few words to be compared.</returns>
    public static ulong? Of(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var grey = new byte[width * height];
        for (var at = 0; at < grey.Length; at++)
        {
            var pixel = rgba.Slice(at * 4, 3);
            grey[at] = (byte)(((pixel[0] * 77) + (pixel[1] * 150) + (pixel[2] * 29)) >> 8);
        }

        var (words, letter) = WordFinder.Find(grey, width, height);
        var points = Points([.. words.OrderBy(word => word.Left)], letter).ToList();
        return points.Count < FewestPoints ? null : Bits(points);
    }

    /// <param name="words">From left to right.</param>
    private static IEnumerable<Point> Points(MarkBox[] words, double letter)
    {
        var next = words.Select((word, index) => Next(words, index, letter)).ToArray();
        for (var first = 0; first < words.Length; first++)
        {
            if (next[first] is { } second && next[second] is { } third && next[third] is { } fourth)
            {
                yield return new Point(
                    Ratio(words[first], words[second], letter),
                    Ratio(words[second], words[third], letter),
                    Ratio(words[third], words[fourth], letter));
            }
        }
    }

    /// <returns>The nearest word to the right in the same line of text, if there is one.</returns>
    private static int? Next(MarkBox[] words, int index, double letter)
    {
        var word = words[index];
        for (var other = index + 1; other < words.Length && words[other].Left - word.Right < letter * 2; other++)
        {
            if (words[other].Left > word.Right && Math.Abs(words[other].Middle - word.Middle) < letter * 0.5)
            {
                return other;
            }
        }

        return null;
    }

    // A letter is added to both, so that a pixel more or less matters little in a short word.
    private static double Ratio(MarkBox one, MarkBox other, double letter) => Math.Log((other.Width + letter) / (one.Width + letter));

    private static ulong Bits(List<Point> points)
    {
        ulong bits = 0;
        for (var bit = 0; bit < Waves.Length; bit++)
        {
            bits |= points.Sum(Waves[bit].At) > 0 ? 1UL << bit : 0;
        }

        return bits;
    }

    /// <summary>In all directions alike. They are the same for ever: hashes that were stored are compared with new ones.</summary>
    private static Wave[] MakeWaves()
    {
        var state = 20261123UL;
        var waves = new Wave[64];
        for (var bit = 0; bit < waves.Length; bit++)
        {
            waves[bit] = MakeWave(ref state);
        }

        return waves;
    }

    private static Wave MakeWave(ref ulong state)
    {
        var (x, y, z) = (Normal(ref state), Normal(ref state), Normal(ref state));
        var scale = Frequency / Math.Sqrt((x * x) + (y * y) + (z * z));
        return new Wave(x * scale, y * scale, z * scale, Uniform(ref state) * Math.Tau);
    }

    private static double Normal(ref ulong state) => Math.Sqrt(-2 * Math.Log(1 - Uniform(ref state))) * Math.Cos(Uniform(ref state) * Math.Tau);

    /// <summary>SplitMix64: 0 up to but not including 1.</summary>
    private static double Uniform(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>The three ratios of four words, as logarithms.</summary>
    private readonly record struct Point(double X, double Y, double Z);

    private readonly record struct Wave(double X, double Y, double Z, double Phase)
    {
        public double At(Point point) => Math.Cos((X * point.X) + (Y * point.Y) + (Z * point.Z) + Phase);
    }
}
