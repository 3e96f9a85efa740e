using Rowcroft.LocalTeams.Page;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>Pictures of the page, taken only where an environment variable asks for them.</summary>
internal static class Pictures
{
    /// <summary>Where pictures to look at go; <c>null</c> where nobody wants them.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("ROWCROFT_PICTURES");

    /// <summary>The folder of the README's pictures; <c>null</c> where they are not to be made again.</summary>
    public static string? ForReadme { get; } =
        Environment.GetEnvironmentVariable("ROWCROFT_SCREENSHOTS") == "1" ? Path.Combine(PageFiles.Repository, "docs") : null;
}
