namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reports that a dialog has come on show.</summary>
internal static class DialogTelemetry
{
    public static void TrackDialogView(this IBotTelemetryClient client, string dialogId)
    {
        if (client is IBotPageViewTelemetryClient pages)
        {
            pages.TrackPageView(dialogId);
        }
        else
        {
            client.TrackTrace($"Dialog View: {dialogId}", Severity.Information, null);
        }
    }
}
