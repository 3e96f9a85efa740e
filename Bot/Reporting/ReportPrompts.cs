namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The questions of a report.</summary>
internal sealed class ReportPrompts(
    SafetyPrompt safety,
    FormPrompt form,
    ScreenshotPrompt screenshots,
    ProvenancePrompt provenance,
    PatientDetailsPrompt details,
    ReviewPrompt review)
{
    public IReadOnlyList<CardPrompt> All => [safety, form, screenshots, provenance, details, review];
}
