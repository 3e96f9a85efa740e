namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Short answers of this room.</summary>
internal static class ReportSentences
{
    /// <summary>For the lock screen, where nothing better fits.</summary>
    public const string Summary = "An answer about your report";

    public const string UnfinishedSummary = "A report is not finished yet";

    public const string AlreadyAnswered = "That form has already been answered, so nothing was changed. The newest card is at the end of this chat.";

    public const string NothingToCancel = "There is no report to cancel. Write \"report\" to start one.";

    public const string ThrownAway = "Done. Nothing was sent, and nothing of that report is kept. Write \"report\" when you want to start again.";

    public const string NoSuchReport = "I cannot find that report. Write \"my reports\" to see those you have sent.";
}
