using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>WebP: a RIFF container that names its own length and holds picture data. https://developers.google.com/speed/webp/docs/riff_container.</summary>
internal static class WebPStructure
{
    /// <summary>Longer ones are passed over: no camera writes them.</summary>
    private const int MaxMetadata = 256 * 1024;

    public static bool IsWhole(PictureReader reader, PictureOutline outline)
    {
        Span<byte> header = stackalloc byte[12];
        if (!reader.TryRead(header))
        {
            return false;
        }

        var left = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) - 4L;
        Span<byte> chunk = stackalloc byte[8];
        while (left >= chunk.Length && reader.TryRead(chunk))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var padded = length + (length & 1L);
            left -= chunk.Length + padded;
            if (left < 0 || !TryReadChunk(reader, chunk[..4], padded, outline))
            {
                return false;
            }
        }

        return left == 0 && outline.Frames > 0 && outline.HasSize;
    }

    private static bool TryReadChunk(PictureReader reader, ReadOnlySpan<byte> type, long length, PictureOutline outline)
    {
        if (length <= MaxMetadata && (type.SequenceEqual("EXIF"u8) || type.SequenceEqual("XMP "u8)))
        {
            return TryReadMetadata(reader, isExif: type[0] == 'E', (int)length, outline);
        }

        var isFrame = type.SequenceEqual("ANMF"u8);
        Action<byte[], PictureOutline>? addSize =
            type.SequenceEqual("VP8X"u8) ? (head, found) => AddSize(head.AsSpan(4), found)
            : isFrame ? (head, found) => AddSize(head.AsSpan(6), found)
            : type.SequenceEqual("VP8 "u8) ? AddLossySize
            : type.SequenceEqual("VP8L"u8) ? AddLosslessSize
            : null;
        if (addSize is null)
        {
            return reader.TrySkip(length);
        }

        var head = new byte[12];
        if (length < 6 || !reader.TryRead(head.AsSpan(0, (int)Math.Min(head.Length, length))))
        {
            return false;
        }

        addSize(head, outline);
        outline.Frames += isFrame || type[3] is (byte)' ' or (byte)'L' ? 1 : 0;
        return reader.TrySkip(length - Math.Min(head.Length, length));
    }

    private static bool TryReadMetadata(PictureReader reader, bool isExif, int length, PictureOutline outline)
    {
        var data = new byte[length];
        if (!reader.TryRead(data))
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

    /// <summary>Two numbers of 24 bits, each one less than what it means.</summary>
    private static void AddSize(ReadOnlySpan<byte> size, PictureOutline outline) => outline.AddSize(
        (BinaryPrimitives.ReadUInt32LittleEndian(size) & 0xFFFFFF) + 1,
        (size[3] | (size[4] << 8) | (size[5] << 16)) + 1);

    /// <summary>A frame tag of three bytes and a start code of three, then 14 bits each.</summary>
    private static void AddLossySize(byte[] head, PictureOutline outline) => outline.AddSize(
        BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)) & 0x3FFF,
        BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) & 0x3FFF);

    /// <summary>A signature byte, then 14 bits each, one less than what they mean.</summary>
    private static void AddLosslessSize(byte[] head, PictureOutline outline)
    {
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1));
        outline.AddSize((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    }
}
