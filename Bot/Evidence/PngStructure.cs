using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// PNG: a signature, then chunks (length, type, data, checksum) from IHDR to IEND, every checksum right. https://www.w3.org/TR/png-3/.
/// </summary>
internal static class PngStructure
{
    /// <summary>Longer ones are passed over: no camera writes them.</summary>
    private const int MaxMetadata = 256 * 1024;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWhole(PictureReader reader, PictureOutline outline)
    {
        var animated = 0;
        var hasData = false;
        Span<byte> type = stackalloc byte[4];
        if (!reader.TrySkip(Signature.Length) || !HasHeader(reader, outline))
        {
            return false;
        }

        while (reader.TryReadUInt32BigEndian(out var length) && length <= int.MaxValue && reader.TryRead(type))
        {
            if (!TryReadData(reader, type, (int)length, outline))
            {
                return false;
            }

            if (type.SequenceEqual("IEND"u8))
            {
                outline.Frames = Math.Max(1, animated);
                return hasData;
            }

            animated += type.SequenceEqual("fcTL"u8) ? 1 : 0;
            hasData |= type.SequenceEqual("IDAT"u8) && length > 0;
        }

        return false;
    }

    /// <summary>The rest of a chunk, and whether its checksum is right.</summary>
    private static bool TryReadData(PictureReader reader, ReadOnlySpan<byte> type, int length, PictureOutline outline)
    {
        var crc = PngChecksum.Append(PngChecksum.Start, type);
        var isExif = type.SequenceEqual("eXIf"u8);
        if (length > MaxMetadata || !(isExif || type.SequenceEqual("iTXt"u8)))
        {
            return reader.TryPass(length, ref crc) && HasChecksum(reader, crc);
        }

        var data = new byte[length];
        if (!reader.TryRead(data) || !HasChecksum(reader, PngChecksum.Append(crc, data)))
        {
            return false;
        }

        if (isExif)
        {
            outline.AddExif(data);
        }
        else
        {
            outline.AddXmp(data);
        }

        return true;
    }

    /// <summary>IHDR comes first, has 13 bytes, a checksum that fits, and a width and height.</summary>
    private static bool HasHeader(PictureReader reader, PictureOutline outline)
    {
        Span<byte> chunk = stackalloc byte[4 + 13];
        if (!reader.TryReadUInt32BigEndian(out var length) || length != 13 || !reader.TryRead(chunk) || !chunk.StartsWith("IHDR"u8))
        {
            return false;
        }

        outline.AddSize(BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]));
        return outline.HasSize && HasChecksum(reader, PngChecksum.Append(PngChecksum.Start, chunk));
    }

    private static bool HasChecksum(PictureReader reader, uint crc) =>
        reader.TryReadUInt32BigEndian(out var written) && written == PngChecksum.End(crc);
}
