namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The names of the events that dialogs raise themselves.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string ResumeDialog = "resumeDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string EndDialog = "endDialog";
    public const string ActivityReceived = "activityReceived";

    /// <summary>The dialogs of a container are not those with which its instance was started.</summary>
    public const string VersionChanged = "versionChanged";

    public const string Error = "error";
    public const string Custom = "custom";
}
