using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>GIF: header, screen and colours, then blocks up to the trailer. https://www.w3.org/Graphics/GIF/spec-gif89a.txt.</summary>
internal static class GifStructure
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;

    public static bool IsWhole(PictureReader reader, PictureOutline outline)
    {
        Span<byte> header = stackalloc byte[6 + 7];
        if (!reader.TryRead(header) || !reader.TrySkip(ColourBytes(header[10])))
        {
            return false;
        }

        AddSize(header[6..], outline);
        while (reader.TryReadByte(out var block))
        {
            switch (block)
            {
                case Trailer:
                    return outline.Frames > 0 && outline.HasSize;
                case Extension when reader.TrySkip(1) && TrySkipSubBlocks(reader):
                    break;
                case Image when TrySkipImage(reader, outline):
                    outline.Frames++;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool TrySkipImage(PictureReader reader, PictureOutline outline)
    {
        Span<byte> descriptor = stackalloc byte[9];
        if (!reader.TryRead(descriptor))
        {
            return false;
        }

        AddSize(descriptor[4..], outline); // a frame may be larger than the screen it is meant for
        return reader.TrySkip(ColourBytes(descriptor[8]) + 1) && TrySkipSubBlocks(reader);
    }

    private static void AddSize(ReadOnlySpan<byte> size, PictureOutline outline) =>
        outline.AddSize(BinaryPrimitives.ReadUInt16LittleEndian(size), BinaryPrimitives.ReadUInt16LittleEndian(size[2..]));

    private static bool TrySkipSubBlocks(PictureReader reader)
    {
        while (reader.TryReadByte(out var length))
        {
            if (length == 0)
            {
                return true;
            }

            if (!reader.TrySkip(length))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The size of the colour table that these flags announce: three bytes for each of 2 to 256 colours, or none.</summary>
    private static int ColourBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);
}
