using System.Buffers.Binary;
using SkiaSharp;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Pictures that a decoder can draw, and what cameras write beside the pixels.</summary>
internal static class DrawnPictures
{
    /// <summary>Four quarters: red, green, blue and white, clockwise from the top left.</summary>
    public static SKBitmap Quarters(int width, int height)
    {
        var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        var (halfWidth, halfHeight) = (width / 2f, height / 2f);
        foreach (var (x, y, colour) in new[] { (0f, 0f, SKColors.Red), (halfWidth, 0f, SKColors.Lime), (halfWidth, halfHeight, SKColors.Blue) })
        {
            using var paint = new SKPaint { Color = colour };
            canvas.DrawRect(x, y, halfWidth, halfHeight, paint);
        }

        return bitmap;
    }

    public static byte[] Bytes(this SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var data = bitmap.Encode(format, quality).AsStream();
        using var copy = new MemoryStream();
        data.CopyTo(copy);
        return copy.ToArray();
    }

    public static byte[] Png(int width = 80, int height = 40)
    {
        using var bitmap = Quarters(width, height);
        return bitmap.Bytes(SKEncodedImageFormat.Png, 100);
    }

    public static byte[] Jpeg(int width = 80, int height = 40)
    {
        using var bitmap = Quarters(width, height);
        return bitmap.Bytes(SKEncodedImageFormat.Jpeg, 95);
    }

    /// <summary>Lossless.</summary>
    public static byte[] WebP(int width = 80, int height = 40)
    {
        using var bitmap = Quarters(width, height);
        return bitmap.Bytes(SKEncodedImageFormat.Webp, 100);
    }

    /// <summary>As some scanners write it: two bytes for each colour.</summary>
    public static byte[] SixteenBit() => SamplePictures.PngThatSays(80, 40, 16, 2, [.. Rows((r, g, b) => [r, r, g, g, b, b])]);

    public static byte[] Palette() => SamplePictures.PngThatSays(
        80, 40, 8, 3, [.. Rows((r, g, b) => [Index(r, g, b)])], [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);

    /// <summary>Every other code starts the table anew, so that all codes have three bits.</summary>
    public static byte[] GifOfQuarters()
    {
        var codes = Rows((r, g, b) => [Index(r, g, b)], filter: false).Chunk(2).SelectMany(pair => (byte[])[4, .. pair]).Append((byte)5);
        var bits = codes.SelectMany(code => new[] { code & 1, (code >> 1) & 1, (code >> 2) & 1 });
        var data = bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, place) => bit << place).Sum());
        return
        [
            .. "GIF89a"u8, 80, 0, 40, 0, 0x81, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255,
            0x2C, 0, 0, 0, 0, 80, 0, 40, 0, 0, 2,
            .. data.Chunk(255).SelectMany(block => (byte[])[(byte)block.Length, .. block]), 0,
            0x3B,
        ];
    }

    /// <summary>Two frames: the quarters, then black.</summary>
    public static byte[] AnimatedWebP()
    {
        using var black = new SKBitmap(80, 40, SKColorType.Rgba8888, SKAlphaType.Opaque);
        byte[] body =
        [
            .. "WEBP"u8,
            .. "VP8X"u8, 10, 0, 0, 0, 0x02, 0, 0, 0, .. Less1(80), .. Less1(40),
            .. "ANIM"u8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            .. Frame(WebP()), .. Frame(black.Bytes(SKEncodedImageFormat.Webp, 100)),
        ];
        return [.. "RIFF"u8, .. Length(body.Length), .. body];
    }

    public static SKBitmap Decode(byte[] bytes) => SKBitmap.Decode(bytes) ?? throw new InvalidOperationException("Not a picture");

    /// <summary>A TIFF block with an orientation and, if wanted, a place: Torquay harbour.</summary>
    public static byte[] Exif(int orientation, bool withPlace)
    {
        var block = new byte[200];
        "II*\0"u8.CopyTo(block);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan(8), (short)(withPlace ? 2 : 1));
        Entry(block.AsSpan(10), tag: 0x0112, type: 3, count: 1, orientation);
        if (withPlace)
        {
            Entry(block.AsSpan(22), tag: 0x8825, type: 4, count: 1, value: 40);
            BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan(40), 4);
            Entry(block.AsSpan(42), tag: 1, type: 2, count: 2, value: 'N');
            Entry(block.AsSpan(54), tag: 2, type: 5, count: 3, value: 100);
            Entry(block.AsSpan(66), tag: 3, type: 2, count: 2, value: 'W');
            Entry(block.AsSpan(78), tag: 4, type: 5, count: 3, value: 130);
            int[] places = [50, 1, 27, 1, 36, 1];
            foreach (var (index, number) in places.Index())
            {
                BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(100 + (index * 4)), number);
                BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(130 + (index * 4)), number);
            }
        }

        return block;
    }

    /// <summary>The same JPEG with an EXIF block, as a phone writes it.</summary>
    public static byte[] JpegWithExif(byte[] jpeg, byte[] exif) =>
        [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 8) >> 8), (byte)(exif.Length + 8), .. "Exif\0\0"u8, .. exif, .. jpeg[2..]];

    public static byte[] PngWithExif(byte[] png, byte[] exif) => [.. png[..33], .. SamplePictures.Chunk("eXIf", exif), .. png[33..]];

    /// <summary>The extended form of a simple WebP.</summary>
    public static byte[] WebPWithExif(byte[] webP, int width, int height, byte[] exif)
    {
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x08, 0, 0, 0, .. Less1(width), .. Less1(height)];
        byte[] body = [.. "WEBP"u8, .. extended, .. webP[12..], .. "EXIF"u8, .. Length(exif.Length), .. exif];
        return [.. "RIFF"u8, .. Length(body.Length), .. body];
    }

    public static byte[] Length(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    private static byte[] Frame(byte[] webP) =>
        [.. "ANMF"u8, .. Length(webP.Length - 12 + 16), 0, 0, 0, 0, 0, 0, .. Less1(80), .. Less1(40), 100, 0, 0, 0x02, .. webP[12..]];

    private static IEnumerable<byte> Rows(Func<byte, byte, byte, byte[]> pixel, bool filter = true)
    {
        using var picture = Quarters(80, 40);
        var rows = picture.Pixels.Select(colour => pixel(colour.Red, colour.Green, colour.Blue)).Chunk(80);
        return [.. rows.SelectMany(row => row.SelectMany(bytes => bytes).Prepend((byte)0).Skip(filter ? 0 : 1))];
    }

    private static byte Index(byte red, byte green, byte blue) => (red, green, blue) switch
    {
        (255, 0, 0) => 0,
        (0, 255, 0) => 1,
        (0, 0, 255) => 2,
        _ => 3,
    };

    private static byte[] Less1(int number) => Length(number - 1)[..3];

    private static void Entry(Span<byte> entry, int tag, int type, int count, int value)
    {
        BinaryPrimitives.WriteInt16LittleEndian(entry, (short)tag);
        BinaryPrimitives.WriteInt16LittleEndian(entry[2..], (short)type);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], count);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
    }
}
