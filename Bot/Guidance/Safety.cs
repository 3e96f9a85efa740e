namespace Rowcroft.TeamsBot.Guidance;

/// <summary>What must be said at once.</summary>
internal sealed record Safety(Danger Danger, SexualImageGuidance SexualImage);

/// <summary>Somebody is in danger: 999, 101 and what to do now.</summary>
internal sealed record Danger(string Title, string Emergency, string NotEmergency, IReadOnlyList<string> Steps, Source Source);

/// <summary>Said instead of offering an upload when a sexual image is reported.</summary>
/// <param name="Never">The one rule, whoever is in the picture.</param>
internal sealed record SexualImageGuidance(
    string Title,
    string Never,
    IReadOnlyList<string> Adult,
    IReadOnlyList<string> Child,
    IReadOnlyList<Source> Sources);
