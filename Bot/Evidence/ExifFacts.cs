using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>The two things that are read from an EXIF block. Where a picture was taken is noted as a fact, the place itself never.</summary>
/// <param name="Orientation">1 to 8 as EXIF counts them; 1 is upright.</param>
internal sealed record ExifFacts(int Orientation, bool HasLocation)
{
    private static readonly ExifFacts Nothing = new(Orientation: 1, HasLocation: false);

    /// <param name="block">With or without the <c>Exif</c> preamble. Bounded by the caller: nothing in it is packed, so it cannot grow.</param>
    public static ExifFacts Read(byte[] block)
    {
        var tiff = block.AsSpan().StartsWith("Exif\0\0"u8) ? block[6..] : block;
        try
        {
            var directories = new ExifReader().Extract(new ByteArrayReader(tiff));
            var orientation = directories.OfType<ExifIfd0Directory>().FirstOrDefault() is { } first
                && first.TryGetInt32(ExifDirectoryBase.TagOrientation, out var value) && value is >= 1 and <= 8
                    ? value
                    : 1;
            return new ExifFacts(orientation, directories.OfType<GpsDirectory>().Any(gps => gps.ContainsTag(GpsDirectory.TagLatitude)));
        }
        catch (Exception exception) when (exception is IOException or MetadataException or ImageProcessingException
            or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return Nothing; // a damaged block says nothing; the picture itself may be whole
        }
    }
}
