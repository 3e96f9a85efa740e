using System.Reflection;

namespace Rowcroft.Bench.Subjects;

/// <summary>Where the build left what the bench starts.</summary>
internal static class SubjectPaths
{
    public static string JavaScript { get; } = Path.Combine(Known("BenchDirectory"), "js");

    public static string Bot { get; } = Path.GetFullPath(Known("BotAssembly"));

    public static string BotContent { get; } = Path.GetFullPath(Path.Combine(Known("BenchDirectory"), "..", "Bot"));

    public static string Bench { get; } = typeof(SubjectPaths).Assembly.Location;

    /// <summary>Whether the subjects were built as they are deployed.</summary>
    public static bool AreRelease { get; } =
        typeof(SubjectPaths).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Release";

    private static string Known(string key) => typeof(SubjectPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
