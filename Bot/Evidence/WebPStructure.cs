using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>WebP: a RIFF container that names its own length and holds picture data. https://developers.google.com/speed/webp/docs/riff_container.</summary>
internal static class WebPStructure
{
    public static bool IsWhole(PictureReader reader)
    {
        Span<byte> header = stackalloc byte[12];
        if (!reader.TryRead(header))
        {
            return false;
        }

        var left = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) - 4L;
        var hasPicture = false;
        Span<byte> chunk = stackalloc byte[8];
        while (left >= chunk.Length && reader.TryRead(chunk))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var padded = length + (length & 1L);
            left -= chunk.Length + padded;
            if (left < 0 || !reader.TrySkip(padded))
            {
                return false;
            }

            hasPicture |= length > 0 && (chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8) || chunk.StartsWith("ANMF"u8));
        }

        return left == 0 && hasPicture;
    }
}
