namespace Rowcroft.TeamsBot.People;

/// <summary>Finds people on a roster.</summary>
internal static class RosterReading
{
    /// <param name="entries">Entra object ids or user principal names, in any case.</param>
    public static IReadOnlyList<Person> Named(this IReadOnlyList<Person> people, IEnumerable<string> entries)
    {
        var wanted = entries.Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. people.Where(person => wanted.Contains(person.Id.Value) || (person.Upn is { } upn && wanted.Contains(upn)))];
    }
}
