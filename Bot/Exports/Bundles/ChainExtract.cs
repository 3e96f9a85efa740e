using System.Text.Json;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>One event of a case as it stands in the chain.</summary>
/// <param name="Json">Exactly the text that was hashed.</param>
internal sealed record ChainLink(int Sequence, string Hash, string Json, CaseEvent Event)
{
    /// <summary>The word under which this kind of event is written: <c>evidence-redacted</c>.</summary>
    public string Kind { get; } = KindOf(Json);

    /// <summary>Whether it only says what was done with a file, and so may be read by outsiders. All others can hold what people wrote.</summary>
    public bool IsCustody => Event is EvidenceReceived or EvidenceViewed or EvidenceDownloaded or EvidenceRedacted or EvidencePurged or EvidenceInfected;

    private static string KindOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("event").GetString()!;
    }
}

/// <summary>Which of a case's events a bundle hands over.</summary>
internal static class ChainExtract
{
    /// <summary>
    /// The events up to the last one that is not about handing over. So a request, its confirmation and a download change nothing in the
    /// next bundle of the same case; they come into one as soon as something else has happened after them.
    /// </summary>
    public static IReadOnlyList<ChainLink> Of(IEnumerable<ChainLink> all)
    {
        var links = all.OrderBy(link => link.Sequence).ToList();
        return links[..(links.FindLastIndex(link => link.Event is not ExportEvent) + 1)];
    }
}
