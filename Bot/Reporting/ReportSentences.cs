namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Short answers of this room.</summary>
internal static class ReportSentences
{
    /// <summary>For the lock screen, where nothing better fits.</summary>
    public const string Summary = "An answer about your report";

    public const string UnfinishedSummary = "A report is not finished yet";

    public const string AlreadyAnswered = "That form has already been answered, so nothing was changed. The newest card is at the end of this chat.";

    /// <summary>Of a draft that is not there. It says the same of somebody else's, and of one that never was.</summary>
    public const string NotKept =
        "I have nothing of that report any more: it was thrown away, left for a long time, or deleted when its time was over. Write \"report\" to start a new one.";

    public const string NothingToCancel = "There is no report to cancel. Write \"report\" to start one.";

    public const string ThrownAway = "Done. Nothing was sent, and nothing of that report is kept. Write \"report\" when you want to start again.";

    public const string PictureWithoutReport =
        "I have not kept that picture. Press \"Report something\" first; I ask for screenshots after a short form. Never send an intimate or sexual image.";

    public const string PictureGone = "I no longer have that picture: it waited too long. Please send it again.";

    public const string LateNameNeedsReason = "To keep the name you sent, press \"Keep the name I sent\" and say in a few words why it is needed.";

    public const string LateNameTooLate = "The report has come to its end meanwhile, so the stars stay.";

    public const string NoSuchReport = "I cannot find that report. Write \"my reports\" to see those you have sent.";

    /// <summary>For a picture that comes when none is asked for.</summary>
    public static string PictureNotNow(ReportDraft draft) => draft switch
    {
        { IsAboutSexualImage: true } => "I have not kept that picture. For a sexual image I only take the link and your words. Please do not send it to anybody.",
        { Step: ReportStep.PatientDetails } => "I have not kept that picture yet. Please answer the card above first, then send it again.",
        _ => "I have not kept that picture. I ask for screenshots right after the form.",
    };
}
