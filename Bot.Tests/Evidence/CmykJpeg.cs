namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A JPEG of four inks, as printers and old photo programs write it: each quarter is one block of each ink.</summary>
internal static class CmykJpeg
{
    private static readonly byte[][] Corners = [[255, 0, 0], [0, 255, 0], [255, 255, 255], [0, 0, 255]]; // row by row

    public static byte[] Quarters =>
    [
        0xFF, 0xD8,
        0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0,
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)8, 64),
        0xFF, 0xC0, 0, 20, 8, 0, 16, 0, 16, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0,
        0xFF, 0xC4, 0, 31, 0, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(size => (byte)size),
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0,
        .. Scan(),
        0xFF, 0xD9,
    ];

    /// <summary>Every block is its mean alone: how it differs from the block before, then "nothing more".</summary>
    private static IEnumerable<byte> Scan()
    {
        var bits = new List<int>();
        var before = new int[4];
        foreach (var inks in Corners.Select(corner => (byte[])[.. corner, 255]))
        {
            for (var ink = 0; ink < 4; ink++)
            {
                var mean = inks[ink] - 128;
                var change = mean - before[ink];
                before[ink] = mean;
                var size = change == 0 ? 0 : (int)Math.Log2(Math.Abs(change)) + 1;
                Add(bits, size, 4);
                Add(bits, change < 0 ? change + (1 << size) - 1 : change, size);
                Add(bits, 0, 1);
            }
        }

        while (bits.Count % 8 != 0)
        {
            bits.Add(1);
        }

        return bits.Chunk(8)
            .Select(chunk => (byte)chunk.Aggregate(0, (value, bit) => (value << 1) | bit))
            .SelectMany(value => value == 0xFF ? (byte[])[0xFF, 0] : [value]);
    }

    private static void Add(List<int> bits, int value, int count) =>
        bits.AddRange(Enumerable.Range(1, count).Select(bit => (value >> (count - bit)) & 1));
}
