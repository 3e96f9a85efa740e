using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>The name under which a file is saved: with the case's reference, nothing that means something to a computer, and its true ending.</summary>
internal static class DownloadName
{
    private const string Meaningful = "<>:\"/\\|?*%;~";

    public static string For(CaseReference reference, SealedEvidence file)
    {
        var name = new string([.. file.Name.Select(letter => char.IsControl(letter) || Meaningful.Contains(letter, StringComparison.Ordinal) ? '_' : letter)]);
        var endings = EndingsOf(file.ContentType);
        return endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? $"{reference} {name}"
            : $"{reference} {name}{endings[0]}";
    }

    private static string[] EndingsOf(string contentType) => contentType switch
    {
        "image/png" => [".png"],
        "image/jpeg" => [".jpg", ".jpeg"],
        "image/gif" => [".gif"],
        "image/webp" => [".webp"],
        _ => [".bin"],
    };
}
