using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>What is known about a file, in words; never what it shows, which nobody but a person can say.</summary>
internal sealed class PictureWords(PracticeClock clock, GuidanceLibrary guidance)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For those who cannot see it, and for those who have not asked to.</summary>
    public string Alt(ShelvedPicture picture)
    {
        var kind = picture.CopyOf is null ? "Screenshot" : "Redacted copy";
        var size = picture.File.Picture is { } facts ? $", {facts.Width} by {facts.Height} pixels" : "";
        return $"{kind} {picture.File.Name}: {TypeName(picture.File)}{size}, received on {clock.Say(picture.File.ReceivedAt)}. What it shows is not described.";
    }

    public IEnumerable<(string Name, string Value)> Facts(ShelvedPicture picture)
    {
        var file = picture.File;
        yield return (picture.CopyOf is null ? "Received" : "Made", Instant(file.ReceivedAt));
        yield return ("Size", string.Create(British, $"{FileSize.Say(file.Size)} ({file.Size:N0} bytes)"));
        yield return ("True type", $"{TypeName(file)}, recognised from its content");
        if (file.Picture is { } facts)
        {
            yield return ("Picture", facts.Frames > 1
                ? $"{facts.Width} × {facts.Height} pixels, moving: {facts.Frames} pictures, of which the first is shown"
                : $"{facts.Width} × {facts.Height} pixels");
            if (facts.HasLocation)
            {
                yield return ("Location", "The original says where it was taken. The picture shown here does not.");
            }
        }
    }

    public string HashReceipt => guidance.Sentences.HashReceipt;

    /// <summary>Local time for people, UTC for the file.</summary>
    private string Instant(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{clock.Say(instant)} ({instant.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)");

    private static string TypeName(SealedEvidence file) => file.ContentType switch
    {
        "image/png" => "PNG picture",
        "image/jpeg" => "JPEG picture",
        "image/gif" => "GIF picture",
        "image/webp" => "WebP picture",
        var other => other,
    };
}
