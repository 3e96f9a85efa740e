namespace Rowcroft.TeamsBot.Guidance;

/// <summary>How to get something taken down where it stands.</summary>
/// <param name="Steps">How to report it.</param>
/// <param name="PracticeCanRemove">Whether the practice can take it down by itself, in a sentence.</param>
internal sealed record PlatformGuidance(
    IReadOnlyList<string> Steps,
    string WhoMayReport,
    string PracticeCanRemove,
    IReadOnlyList<Source> Sources);
