namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What the walk through a picture's structure finds, before anything is decoded.</summary>
internal sealed class PictureOutline
{
    /// <summary>In pixels, as encoded; 0 until a header has named it. The largest of all headers, where there are several.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Pictures that are shown one after the other.</summary>
    public int Frames { get; set; }

    /// <summary>The first byte after the picture, once it was walked to its end.</summary>
    public long End { get; set; }

    /// <summary>What the EXIF block says; nothing until one was found. The first one counts.</summary>
    public ExifFacts? Exif { get; private set; }

    /// <summary>An XMP packet names a place.</summary>
    public bool HasXmpLocation { get; private set; }

    /// <summary>1 to 8 as EXIF counts them; 1 is upright.</summary>
    public int Orientation => Exif?.Orientation ?? 1;

    public bool HasLocation => HasXmpLocation || Exif is { HasLocation: true };

    public bool HasSize => Width > 0 && Height > 0;

    public long Pixels => (long)Width * Height;

    public void AddSize(long width, long height)
    {
        Width = (int)Math.Min(Math.Max(Width, width), int.MaxValue);
        Height = (int)Math.Min(Math.Max(Height, height), int.MaxValue);
    }

    public void AddExif(byte[] block) => Exif ??= ExifFacts.Read(block);

    public void AddXmp(ReadOnlySpan<byte> packet) => HasXmpLocation |= packet.IndexOf("GPSLatitude"u8) >= 0;
}
