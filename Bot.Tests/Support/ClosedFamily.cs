namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>The members of a closed family of records, so that a test notices when one joins.</summary>
internal static class ClosedFamily
{
    public static IReadOnlyList<Type> Of<T>() => [.. typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<string> NamesOf<T>() => [.. Of<T>().Select(type => type.Name)];
}
