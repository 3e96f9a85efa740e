using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Exports.Bundles;

/// <summary>
/// <c>chain.json</c>: every event's hash, and the events themselves: all of them inside the practice, for outsiders those that say what was
/// done with the files. A hash is SHA-256 over the hash before, a line feed and the event's text, so that each event that is there can be
/// computed again, and none of those that are not there can be exchanged unseen.
/// </summary>
internal sealed record ChainDocument(string Format, string Case, string Hash, IReadOnlyList<ChainDocumentEvent> Events)
{
    public const string Path = "chain.json";
    public const string FormatName = "rowcroft-case-chain/1";
    public const string Algorithm = "sha-256(hash of the event before, 64 zeros for the first; line feed; json)";

    public static ChainDocument Of(BundleContents contents) => Of(contents.Case, contents.Chain, contents.IsForOutsiders);

    public static ChainDocument Of(Case @case, IReadOnlyList<ChainLink> chain, bool forOutsiders) => new(
        FormatName,
        @case.Reference.ToString(),
        Algorithm,
        [.. chain.Select(link => new ChainDocumentEvent(
            link.Sequence, link.Kind, link.Event.At, link.Hash, forOutsiders && !link.IsCustody ? null : link.Json))]);
}

/// <param name="Json">The event as it was hashed, in a string; <c>null</c> when it stays in the practice.</param>
internal sealed record ChainDocumentEvent(int Sequence, string Kind, DateTimeOffset At, string Hash, string? Json);
