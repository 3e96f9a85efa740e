using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Small whole pictures, and things that are none.</summary>
internal static class SamplePictures
{
    public static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static readonly byte[] WebP = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    /// <summary>With stuffed and restart bytes in the scan, a second scan as in a progressive picture, and fill bytes before the end.</summary>
    public static readonly byte[] Jpeg =
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC2, 0x00, 0x0B, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 0x3F, 0, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xC4, 0x00, 0x03, 0xD9,
        0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 0x3F, 0, 0x78,
        0xFF, 0xFF, 0xD9,
    ];

    public static readonly byte[] WindowsProgram = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[200]];

    /// <summary>One grey pixel; pictures of different numbers differ.</summary>
    public static byte[] Png(int number = 0) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{number}")),
        .. Chunk("IDAT", Pixel()),
        .. Chunk("IEND", []),
    ];

    /// <summary>A whole PNG of about this many bytes.</summary>
    public static byte[] PngOf(int bytes) =>
        [.. Png()[..33], .. Chunk("IDAT", new byte[bytes]), .. Chunk("IEND", [])];

    /// <summary>A PNG that says it has this many pixels, and whose data are these rows, packed.</summary>
    public static byte[] PngThatSays(int width, int height, byte bitDepth, byte colourType, byte[] rows, byte[]? palette = null) =>
    [
        .. Png()[..8],
        .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), bitDepth, colourType, 0, 0, 0]),
        .. palette is null ? [] : Chunk("PLTE", palette),
        .. Chunk("IDAT", Packed(rows)),
        .. Chunk("IEND", []),
    ];

    /// <summary>An animation of one grey pixel.</summary>
    public static byte[] GifOf(int frames) =>
    [
        .. Gif[..19],
        .. Enumerable.Range(0, frames).SelectMany(_ => Gif[19..^1]),
        0x3B,
    ];

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Pixel() => Packed([0, 0x80]);

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc(body));
        return [.. length, .. body, .. checksum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
            }
        }

        return ~crc;
    }
}
