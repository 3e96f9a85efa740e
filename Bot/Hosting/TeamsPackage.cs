using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// The Teams app as a ZIP: the manifest with its blanks filled, and the two icons. They are part of this assembly, so that a published bot
/// can make its own package. The same parameters give the same bytes.
/// </summary>
internal static partial class TeamsPackage
{
    private const string Manifest = "manifest.json";
    private static readonly string[] Files = [Manifest, "color.png", "outline.png"];

    // A ZIP cannot say "no time"; this is the earliest it knows.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary><c>manifest/parameters.json</c>: every blank of the manifest by name; app id and host are empty.</summary>
    public static Dictionary<string, string> DefaultParameters() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read("parameters.json"))!;

    /// <summary>One sentence for each value that is missing or that Teams would refuse.</summary>
    public static IReadOnlyList<string> ProblemsWith(IReadOnlyDictionary<string, string> parameters)
    {
        var problems = new List<string>();
        void Check(bool isRight, string sentence) => problems.AddRange(isRight ? [] : [sentence]);

        Check(Guid.TryParseExact(parameters["AppId"], "D", out _), "--app-id must be the bot's app id, such as 00000000-0000-0000-0000-000000000000.");
        Check(HostName().IsMatch(parameters["Host"]), "--host must be the bot's host name alone, such as app-rowcroft.azurewebsites.net, without https:// and path.");
        Check(parameters["ShortName"].Length is > 0 and <= 30, "ShortName must have 1 to 30 characters.");
        Check(parameters["FullName"].Length is > 0 and <= 100, "FullName must have 1 to 100 characters.");
        Check(parameters["DeveloperName"].Length is > 0 and <= 32, "DeveloperName must have 1 to 32 characters.");
        foreach (var address in new[] { "WebsiteUrl", "PrivacyUrl", "TermsOfUseUrl" })
        {
            Check(
                Uri.TryCreate(parameters[address], UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps,
                $"{address} must be an address that begins with https://.");
        }

        return problems;
    }

    /// <summary>The address of the privacy notice names a site and no page of it.</summary>
    public static bool HasNoPrivacyNotice(IReadOnlyDictionary<string, string> parameters) =>
        new Uri(parameters["PrivacyUrl"]) is { AbsolutePath: "/", Query: "", Fragment: "" };

    public static byte[] Build(IReadOnlyDictionary<string, string> parameters)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files)
            {
                var entry = zip.CreateEntry(file, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var content = entry.Open();
                content.Write(file == Manifest ? Fill(parameters) : Read(file));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Every blank is inside a JSON string, so each value is written as one.</summary>
    private static byte[] Fill(IReadOnlyDictionary<string, string> parameters) => Encoding.UTF8.GetBytes(
        Blank().Replace(Encoding.UTF8.GetString(Read(Manifest)), blank => JsonEncodedText.Encode(parameters[blank.Groups[1].Value]).ToString()));

    private static byte[] Read(string file)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"manifest/{file}")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostName();
}
