namespace Rowcroft.TeamsBot.Evidence;

/// <summary>The arithmetic of <see cref="PictureHash"/>: from the pixels of one picture to 64 bits.</summary>
internal static class PictureFingerprint
{
    private const int Side = 32;

    /// <param name="rgba">Four bytes for each pixel, row after row.</param>
    public static ulong? Of(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var cells = new double[Side, Side];
        for (var y = 0; y < height; y++)
        {
            for (var x = 1; x < width; x++)
            {
                var at = ((y * width) + x) * 4;
                cells[y * Side / height, x * Side / width] += Math.Abs(Grey(rgba[at..]) - Grey(rgba[(at - 4)..]));
            }
        }

        ulong bits = 0;
        var all = 0.0;
        for (var bit = 0; bit < 64; bit++)
        {
            var sum = Frequency(cells, (bit % 8) + 1, (bit / 8) + 1);
            all += Math.Abs(sum);
            bits |= sum > 0 ? 1UL << bit : 0;
        }

        return all > 0 ? bits : null;
    }

    private static int Grey(ReadOnlySpan<byte> pixel) => ((pixel[0] * 77) + (pixel[1] * 150) + (pixel[2] * 29)) >> 8;

    private static double Frequency(double[,] cells, int across, int down)
    {
        var sum = 0.0;
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                sum += cells[y, x] * Math.Cos((x + 0.5) * across * Math.PI / Side) * Math.Cos((y + 0.5) * down * Math.PI / Side);
            }
        }

        return sum;
    }
}
