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

    public static bool IsWhole(PictureReader reader)
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
                return hasScan;
            }

            if (marker == StartOfImage || !TrySkipSegment(reader))
            {
                return false;
            }

            if (marker == StartOfScan)
            {
                hasScan = true;
            }
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

    private static bool TrySkipSegment(PictureReader reader)
    {
        Span<byte> bytes = stackalloc byte[2];
        return reader.TryRead(bytes) && BinaryPrimitives.ReadUInt16BigEndian(bytes) is >= 2 and var length && reader.TrySkip(length - 2);
    }
}
