using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Something in a message that its sender may mean as evidence.</summary>
/// <param name="Name">As Teams gave it; <c>null</c> for a pasted picture.</param>
/// <param name="Address">Where it can be fetched; <c>null</c> when there is no absolute address.</param>
/// <param name="Source">How it was sent.</param>
internal sealed record OfferedPicture(string? Name, Uri? Address, OfferedAs Source)
{
    /// <summary>
    /// What a message offers, in its order. The HTML copy that Teams adds to every formatted message, cards, and the reference of a reply
    /// are no offers.
    /// </summary>
    public static IReadOnlyList<OfferedPicture> In(IMessageActivity message) =>
        [.. (message.Attachments ?? []).Select(Offered).OfType<OfferedPicture>()];

    private static OfferedPicture? Offered(Attachment attachment)
    {
        var type = attachment.ContentType ?? "";
        if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            return new OfferedPicture(attachment.Name, Absolute(attachment.ContentUrl), OfferedAs.Pasted);
        }

        if (type.Equals(FileDownloadInfo.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            return new OfferedPicture(attachment.Name, Absolute(DownloadUrl(attachment.Content)), OfferedAs.AttachedFile);
        }

        var isFurniture = type.Length == 0
            || type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            || type.Equals("messageReference", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/vnd.microsoft.", StringComparison.OrdinalIgnoreCase);
        return isFurniture ? null : new OfferedPicture(attachment.Name, null, OfferedAs.SomethingElse);
    }

    private static string? DownloadUrl(object? content) => content switch
    {
        FileDownloadInfo info => info.DownloadUrl,
        JObject json when json.TryGetValue("downloadUrl", StringComparison.OrdinalIgnoreCase, out var url) && url.Type == JTokenType.String =>
            (string?)url,
        _ => null,
    };

    private static Uri? Absolute(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
}

/// <summary>How something came.</summary>
internal enum OfferedAs
{
    /// <summary>Pasted into the message: Teams wants the bot's token for it.</summary>
    Pasted,

    /// <summary>Attached as a file: the address is already authorised and must never see the bot's token.</summary>
    AttachedFile,

    /// <summary>A kind of attachment that can hold no picture, such as a video.</summary>
    SomethingElse,
}
