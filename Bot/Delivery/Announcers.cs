namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Which announcer renders which kind of message.</summary>
internal sealed class Announcers(IEnumerable<IAnnouncer> announcers)
{
    // A kind that two announcers claim is a mistake in registration: it fails when the worker starts.
    private readonly Dictionary<string, IAnnouncer> _byKind = announcers
        .SelectMany(announcer => announcer.Kinds.Select(kind => (kind, announcer)))
        .ToDictionary(pair => pair.kind, pair => pair.announcer, StringComparer.Ordinal);

    public IAnnouncer For(string kind) => _byKind.TryGetValue(kind, out var announcer)
        ? announcer
        : throw new InvalidOperationException($"No room renders messages of the kind {kind}.");
}
