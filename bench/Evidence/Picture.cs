using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rowcroft.Bench.Evidence;

/// <summary>
/// Whole PNG pictures of noise, just under 20 MB, which nothing can make smaller: 2,600 × 2,687 pixels in stored blocks. Two of them share
/// their pixels and differ in a comment, so that one copy is enough to serve all.
/// </summary>
internal static class Picture
{
    private const int Width = 2600;
    private const int Height = 2687;
    private const int StoredBlock = 65_535;

    private static readonly byte[] Start =
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [.. BigEndian(Width), .. BigEndian(Height), 8, 2, 0, 0, 0])];

    private static readonly byte[] Rest = [.. Chunk("IDAT", Pixels()), .. Chunk("IEND", [])];

    public static int Size { get; } = Head(0).Length + Rest.Length;

    public static byte[] Tail => Rest;

    public static byte[] Head(int number) => [.. Start, .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0picture {number:D6}"))];

    private static byte[] Pixels()
    {
        const int row = (Width * 3) + 1;
        var noise = RandomNumberGenerator.GetBytes(row * Height);
        for (var at = 0; at < noise.Length; at += row)
        {
            noise[at] = 0; // the row is not filtered
        }

        using var zlib = new MemoryStream(noise.Length + 20_000);
        zlib.Write([0x78, 0x01]);
        var header = new byte[5];
        for (var at = 0; at < noise.Length; at += StoredBlock)
        {
            var length = Math.Min(StoredBlock, noise.Length - at);
            header[0] = at + length == noise.Length ? (byte)1 : (byte)0;
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(1), (ushort)length);
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(3), (ushort)~length);
            zlib.Write(header);
            zlib.Write(noise, at, length);
        }

        zlib.Write(BigEndian((int)Adler32(noise)));
        return zlib.ToArray();
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. BigEndian(data.Length), .. body, .. BigEndian((int)Crc32(body))];
    }

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Adler32(byte[] bytes)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in bytes)
        {
            a = (a + value) % 65_521;
            b = (b + a) % 65_521;
        }

        return (b << 16) | a;
    }

    private static uint Crc32(byte[] bytes)
    {
        var table = Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8)
            .Aggregate((uint)index, (crc, _) => (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320)).ToArray();
        return ~bytes.Aggregate(uint.MaxValue, (crc, value) => table[(byte)(crc ^ value)] ^ (crc >> 8));
    }
}
