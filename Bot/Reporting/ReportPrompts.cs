namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The questions of a report.</summary>
internal sealed class ReportPrompts(SafetyPrompt safety, FormPrompt form, ScreenshotPrompt screenshots, ReviewPrompt review)
{
    public IReadOnlyList<CardPrompt> All => [safety, form, screenshots, review];
}
