using Microsoft.Playwright;
using Rowcroft.LocalTeams.Page;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>Pictures of the page, taken only where an environment variable asks for them.</summary>
internal static class Pictures
{
    /// <summary>Where pictures to look at go; <c>null</c> where nobody wants them.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("ROWCROFT_PICTURES");

    /// <summary>The picture in the README is the card as it is in the story, not a drawing of it.</summary>
    public static async Task SaveForReadmeAsync(ILocator card, string name)
    {
        if (Environment.GetEnvironmentVariable("ROWCROFT_SCREENSHOTS") == "1")
        {
            await card.ScreenshotAsync(new() { Path = Path.Combine(PageFiles.Repository, "docs", name) });
        }
    }
}
