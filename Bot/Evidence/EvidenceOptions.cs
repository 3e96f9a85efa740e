using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>How screenshots are taken in. Section <c>Evidence</c>.</summary>
internal sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>
    /// Where Teams keeps what people send to a bot. <c>*.</c> stands for one or more labels; a name without it is that host only.
    /// Narrow it to the practice's own tenant where the tenant is known: <c>contoso-my.sharepoint.com</c>.
    /// </summary>
    public static readonly IReadOnlyList<string> TeamsHosts =
    [
        // The connector: pasted pictures, /v3/attachments/{id}/views/original. Only this name: anybody can have a trafficmanager.net one.
        "smba.trafficmanager.net",

        // The store behind pasted pictures, to which the connector may redirect.
        "*.asm.skype.com",
        "*.asyncgw.teams.microsoft.com",

        // OneDrive for Business: files attached in a private chat, by a link that Teams has already authorised.
        "*.sharepoint.com",

        // SharePoint's own delivery service, to which such a link may redirect.
        "*.svc.ms",
    ];

    /// <summary>Directory of the evidence where <see cref="Blob"/> is not set. Relative to the working directory.</summary>
    [Required]
    public string Path { get; set; } = "data/evidence";

    /// <summary>
    /// Address of the Azure Blob container that takes the place of <see cref="Path"/>, for example
    /// <c>https://account.blob.core.windows.net/evidence</c>; reached with the bot's managed identity.
    /// </summary>
    public Uri? Blob { get; set; }

    /// <summary>Instead of an identity; in Development only, for Azurite. The container is still that of <see cref="Blob"/>.</summary>
    public string? BlobConnectionString { get; set; }

    /// <summary>
    /// How long after its last screenshot a report that nobody sends loses its screenshots, and how long after its last word what was typed:
    /// 1 day to 1 year, 30 days if nothing is said.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Screenshots in one draft: 1 to 50, 10 if nothing is said.</summary>
    [Range(1, 50)]
    public int MaxFiles { get; set; } = 10;

    /// <summary>Size of one screenshot: 1 KB to 100 MB, 20 MB if nothing is said.</summary>
    [Range(1_024, 104_857_600)]
    public int MaxBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>
    /// Width times height of one picture: 1 to 250 million, 50 million if nothing is said. Decoded, each takes four bytes, and no more than
    /// this many are decoded at the same time.
    /// </summary>
    [Range(1_000_000, 250_000_000)]
    public int MaxPixels { get; set; } = 50_000_000;

    /// <summary>Frames of one animation: 1 to 10,000, 1,000 if nothing is said. Only the first is ever drawn.</summary>
    [Range(1, 10_000)]
    public int MaxFrames { get; set; } = 1_000;

    /// <summary>How long fetching one screenshot may take, retry and redirects included: 1 second to 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long to wait before asking once more, because Teams now and then refuses a picture it gives a moment later: at most 5 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// Where clamd scans what comes: <c>host:port</c>, or the path of a Unix socket. Empty: nothing is scanned. Its StreamMaxLength must not be
    /// smaller than <see cref="MaxBytes"/>, or larger files wait for ever.
    /// </summary>
    public string Clamd { get; set; } = "";

    /// <summary>How long one scan may take: 1 second to 5 minutes, 20 seconds if nothing is said. After that the file waits in quarantine.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan ScanTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>From which hosts evidence may be fetched; empty means <see cref="TeamsHosts"/>.</summary>
    public IList<string> AllowedHosts { get; } = [];
}

[OptionsValidator]
internal sealed partial class EvidenceOptionsCheck : IValidateOptions<EvidenceOptions>;
