using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// JPEG: segments from SOI to EOI; after a start of scan, compressed data in which FF is followed by 00 or a restart marker. ITU-T T.81, B.
/// </summary>
internal static class JpegStructure
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Application1 = 0xE1;

    public static bool IsWhole(PictureReader reader, PictureOutline outline)
    {
        var hasScan = false;
        if (!reader.TrySkip(2))
        {
            return false;
        }

        while (TryReadMarker(reader, out var marker))
        {
            if (marker == EndOfImage)
            {
                outline.Frames = 1;
                return hasScan && outline.HasSize;
            }

            // A second picture inside the first is damage; behind its end, where phones put them, it is another matter.
            if (marker == StartOfImage || !TryReadSegment(reader, marker, outline))
            {
                return false;
            }

            hasScan |= marker == StartOfScan;
        }

        return false;
    }

    /// <summary>The next marker with a meaning of its own. Compressed data on the way, if any, is passed over.</summary>
    private static bool TryReadMarker(PictureReader reader, out byte marker)
    {
        marker = 0;
        while (reader.TrySkipPast(0xFF))
        {
            do
            {
                if (!reader.TryReadByte(out marker))
                {
                    return false;
                }
            }
            while (marker == 0xFF); // fill bytes

            var isData = marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD7);
            if (!isData)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryReadSegment(PictureReader reader, byte marker, PictureOutline outline)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (!reader.TryRead(bytes) || BinaryPrimitives.ReadUInt16BigEndian(bytes) is not (>= 2 and var withItself))
        {
            return false;
        }

        var length = withItself - 2;
        if (!IsFrameHeader(marker) && marker != Application1)
        {
            return reader.TrySkip(length);
        }

        var segment = new byte[length];
        return reader.TryRead(segment) && (marker == Application1 ? AddMetadata(segment, outline) : AddSize(segment, outline));
    }

    // C4, C8 and CC lie in the same range but are tables.
    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool AddSize(ReadOnlySpan<byte> segment, PictureOutline outline)
    {
        if (segment.Length < 6)
        {
            return false;
        }

        outline.AddSize(BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[1..]));
        return outline.HasSize;
    }

    private static bool AddMetadata(byte[] segment, PictureOutline outline)
    {
        if (segment.AsSpan().StartsWith("Exif\0\0"u8))
        {
            outline.AddExif(segment);
        }
        else
        {
            outline.AddXmp(segment);
        }

        return true;
    }
}
