using System.Diagnostics;
using System.Globalization;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What a person reads when something was not kept.</summary>
internal static class RefusalSentences
{
    // https://support.apple.com/en-gb/116944
    private const string HeicSentence =
        "This is a HEIC picture from a phone. Please open it, take a screenshot of it and send that. "
        + "For new pictures on an iPhone: Settings, Camera, Formats, Most Compatible.";

    /// <param name="signature">For <see cref="EvidenceRefusal.Infected"/>, what was found.</param>
    public static string For(EvidenceRefusal reason, EvidenceOptions options, string? signature = null) => reason switch
    {
        EvidenceRefusal.Empty => "The file is empty. Please take the screenshot again.",
        EvidenceRefusal.TooLarge => $"It is larger than {Megabytes(options.MaxBytes)} MB. Please crop it or send it in parts.",
        EvidenceRefusal.TooMany => $"This report already has {options.MaxFiles} screenshots. You can tell the manager that there are more.",
        EvidenceRefusal.Incomplete => "The picture is cut off or damaged. Please take the screenshot again.",
        EvidenceRefusal.TooManyPixels =>
            $"It is larger than {Millions(options.MaxPixels)} million pixels. Please take a screenshot of it and send that.",
        EvidenceRefusal.TooManyFrames =>
            $"This animation has more than {Thousands(options.MaxFrames)} frames. Please send a screenshot of the part that matters.",
        EvidenceRefusal.HidesAnotherFile =>
            "There is another file hidden in this picture. Please do not open it; take a screenshot of the picture and send that.",
        EvidenceRefusal.Infected =>
            $"The virus check found {signature ?? "something"} in this file. Please do not open it, and tell whoever looks after your computers.",
        EvidenceRefusal.Program => "This is a program, not a picture, whatever its name. If somebody sent it to you, please do not open it.",
        EvidenceRefusal.Pdf => "This is a PDF. Please send a screenshot of it (PNG, JPEG, GIF or WebP).",
        EvidenceRefusal.Heic => HeicSentence,
        EvidenceRefusal.Svg => "This is an SVG drawing. Please send a screenshot of it (PNG, JPEG, GIF or WebP).",
        EvidenceRefusal.NotAPicture => "This is not a picture we can keep. Please send PNG, JPEG, GIF or WebP.",
        EvidenceRefusal.ForeignAddress => "Its address does not belong to Teams, so we did not open it. Please paste or attach the picture here.",
        EvidenceRefusal.AccessDenied => "Teams did not let us fetch this picture; please attach it as a file.",
        EvidenceRefusal.NoLongerThere => "Teams no longer has this picture. Please send it again.",
        EvidenceRefusal.TimedOut => "Fetching it took too long. Please send it again.",
        EvidenceRefusal.Unreachable => "We could not fetch it just now. Please send it again.",
        EvidenceRefusal.NotStored =>
            "We could not keep it just now. Please hold on to the picture and send it again later; your report can go ahead without it.",
        EvidenceRefusal.ReportSent =>
            "Your report was sent before we had this picture, so it is not part of it and we have not kept it. Please hold on to it.",
        _ => throw new UnreachableException(),
    };

    private static string Millions(int pixels) => (pixels / 1_000_000.0).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Thousands(int frames) => frames.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(int bytes) => (bytes / (1024.0 * 1024)).ToString("0.##", CultureInfo.InvariantCulture);
}
