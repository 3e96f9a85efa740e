using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>PNG: a signature, then chunks (length, type, data, checksum) from IHDR to IEND. https://www.w3.org/TR/png-3/.</summary>
internal static class PngStructure
{
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWhole(PictureReader reader)
    {
        if (!reader.TrySkip(Signature.Length) || !HasHeader(reader))
        {
            return false;
        }

        Span<byte> type = stackalloc byte[4];
        var hasData = false;
        while (reader.TryReadUInt32BigEndian(out var length) && length <= int.MaxValue && reader.TryRead(type))
        {
            if (!reader.TrySkip(length + 4L))
            {
                return false;
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return hasData;
            }

            hasData |= type.SequenceEqual("IDAT"u8) && length > 0;
        }

        return false;
    }

    /// <summary>IHDR comes first, has 13 bytes, a checksum that fits, and a width and height.</summary>
    private static bool HasHeader(PictureReader reader)
    {
        Span<byte> chunk = stackalloc byte[4 + 13];
        return reader.TryReadUInt32BigEndian(out var length)
            && length == 13
            && reader.TryRead(chunk)
            && chunk.StartsWith("IHDR"u8)
            && BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]) > 0
            && BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]) > 0
            && reader.TryReadUInt32BigEndian(out var checksum)
            && checksum == Crc32(chunk);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
