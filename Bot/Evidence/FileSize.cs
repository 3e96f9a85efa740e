using System.Globalization;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// A file's size in words, the same for the reporter and for those who decide: as their own computer shows it, with 1,024 bytes in a KB.
/// </summary>
internal static class FileSize
{
    private const double Kilobyte = 1024;
    private const double Megabyte = Kilobyte * 1024;

    public static string Say(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilobyte, MidpointRounding.AwayFromZero)):0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.0} MB");
}
