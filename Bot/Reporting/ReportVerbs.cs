namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What a button of this room says when it is pressed. Each travels with the id of the draft (or the case) and nothing else.</summary>
internal static class ReportVerbs
{
    public const string Danger = "report/danger";
    public const string Safe = "report/safe";
    public const string Form = "report/form";
    public const string Done = "report/done";
    public const string None = "report/none";
    public const string AllHere = "report/all-here";
    public const string Provenance = "report/provenance";
    public const string NoProvenance = "report/no-provenance";
    public const string HideDetails = "report/hide-details";
    public const string ChangeDetails = "report/change-details";
    public const string KeepDetails = "report/keep-details";
    public const string Change = "report/change";
    public const string Send = "report/send";
    public const string Cancel = "report/cancel";
    public const string CancelConfirmed = "report/cancel-confirmed";
    public const string CarryOn = "report/carry-on";
    public const string StartAgain = "report/start-again";
    public const string ThrowAway = "report/throw-away";

    /// <summary>A page of <c>my reports</c>.</summary>
    public const string Mine = "report/mine";

    /// <summary>Which report a picture belongs to that came after it was sent.</summary>
    public const string Late = "report/late";

    /// <summary>To none of them.</summary>
    public const string LateForNone = "report/late-for-none";

    /// <summary>The name of such a picture stays with its stars.</summary>
    public const string LateNameStarred = "report/late-name-starred";

    /// <summary>The name of such a picture is needed as it was sent.</summary>
    public const string LateNameKept = "report/late-name-kept";

    /// <summary>Takes back a case that was sent. The only one that is not an answer in the conversation.</summary>
    public const string Withdraw = "report/withdraw";
}
