namespace Rowcroft.TeamsBot.Guidance;

/// <summary>What a decision means, for the person who is about to make it.</summary>
/// <param name="Label">The words on the button.</param>
/// <param name="ForReporter">What the reporter is told when it was decided; says nothing about legal or staff matters.</param>
/// <param name="Steps">The manager's checklist.</param>
internal sealed record OutcomeGuidance(
    string Label,
    string Meaning,
    string WhenItFits,
    string ForReporter,
    IReadOnlyList<string> Steps,
    IReadOnlyList<Source> Sources);
