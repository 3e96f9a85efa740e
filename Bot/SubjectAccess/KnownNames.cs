using System.Text.RegularExpressions;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// Takes names that the bot knows out of a text. It cannot know every way to name somebody ("the new doctor"), so that what another
/// person wrote is read by a human before anybody gets it.
/// </summary>
internal sealed partial class KnownNames
{
    public const string Somebody = "[another person]";

    private readonly Regex? _whole;
    private readonly Regex? _parts;

    public KnownNames(DataSubject subject)
    {
        var whole = subject.Others.Values.Concat(subject.Posters).Except(subject.Names, StringComparer.OrdinalIgnoreCase).ToList();
        var own = subject.Names.SelectMany(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _whole = Any(whole, RegexOptions.IgnoreCase);

        // A part of a name can be a word ("will", "grace"): it counts as a name only as names are written.
        _parts = Any(whole.SelectMany(Words).Where(word => word.Length > 2 && char.IsUpper(word[0]) && !own.Contains(word)), RegexOptions.None);
    }

    public string TakeOut(string text)
    {
        var without = _whole?.Replace(text, Somebody) ?? text;
        return _parts?.Replace(without, Somebody) ?? without;
    }

    private static IEnumerable<string> Words(string name) => NotLetters().Split(name).Where(word => word.Length > 0);

    private static Regex? Any(IEnumerable<string> names, RegexOptions how)
    {
        // The longest first: of "Ann" and "Ann Miller" the whole goes.
        var all = names.Where(name => name.Length > 1).Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)
            .Select(Regex.Escape).ToList();
        return all.Count == 0 ? null : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', all)})(?![\p{{L}}\p{{N}}])", how | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"[^\p{L}\p{N}'’-]+")]
    private static partial Regex NotLetters();
}
