namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// What was left out of a copy, or what a human should look at before it is handed over. It is for whoever answers the request, and never
/// for the person who made it.
/// </summary>
/// <param name="released">The places about which a human has decided that their content is given.</param>
internal sealed class Withheld(IReadOnlySet<string> released)
{
    private readonly Dictionary<(string Root, string Why, string Content), string> _places = [];
    private readonly List<Item> _items = [];

    public IReadOnlyList<Item> Items => _items;

    /// <summary>Notes it once for each case: what stands in a case and in its events is one thing to decide.</summary>
    /// <returns>Whether a human has decided that it is given.</returns>
    public bool Note(string place, string why, string content)
    {
        var key = (place.Split('/', 2)[0], why, content);
        if (!_places.TryGetValue(key, out var first))
        {
            _places[key] = first = place;
            _items.Add(new Item(place, why, content) { IsGiven = released.Contains(place) });
        }

        return released.Contains(first);
    }

    /// <param name="Place">Where it is: a case's reference or a table, and the way to it. The same for as long as the record is the same.</param>
    /// <param name="Content">What is there.</param>
    internal sealed record Item(string Place, string Why, string Content)
    {
        /// <summary>It is in the copy all the same, because a human has said so.</summary>
        public bool IsGiven { get; init; }
    }
}
