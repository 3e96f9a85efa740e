using System.Globalization;

namespace Rowcroft.LocalTeams.Chats;

/// <summary>Message ids as Teams makes them: milliseconds since 1970, never the same twice.</summary>
internal sealed class ActivityIds(TimeProvider clock)
{
    private long _last;

    public string Next()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref _last);
            next = Math.Max(now, seen + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, seen) != seen);

        return next.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>These ids are taken.</summary>
    public void StartAfter(IEnumerable<string> ids) =>
        Interlocked.Exchange(ref _last, ids.Select(id => long.Parse(id, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max());
}
