using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog made of other dialogs, with a stack of its own inside its instance.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; set; } = new();

    /// <summary>Setting it sets it on every dialog inside; null means none.</summary>
    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value ?? NullBotTelemetryClient.Instance;
            Dialogs.TelemetryClient = base.TelemetryClient;
        }
    }

    /// <summary>The context of the stack inside the active dialog of <paramref name="dc"/>, which is this container.</summary>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    /// <summary>Looks inside this container only.</summary>
    /// <returns>The dialog, or null.</returns>
    public virtual Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <inheritdoc/>
    /// <remarks>A change of version or an error that nobody handled leaves a trace.</remarks>
    public override async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        var handled = await base.OnDialogEventAsync(dc, e, cancellationToken);

        if (!handled && e.Name is DialogEvents.VersionChanged or DialogEvents.Error)
        {
            var message = $"Unhandled dialog event: {e.Name}. Active Dialog: {dc.ActiveDialog?.Id}";
            dc.Dialogs.TelemetryClient.TrackTrace(message, Severity.Warning, null);
            await dc.Context.SendActivityAsync(Activity.CreateTraceActivity(message), cancellationToken);
        }

        return handled;
    }

    /// <summary>
    /// Identifies what is inside. The container's own version does not show it, so a change stays its own affair
    /// unless nobody inside handles it.
    /// </summary>
    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>
    /// Raises <see cref="DialogEvents.VersionChanged"/> when the dialogs inside are not those with which the active
    /// instance was last run, and remembers the new version so that it is raised once.
    /// </summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var instance = dc.ActiveDialog;
        var before = instance.Version;
        instance.Version = GetInternalVersion();

        if (before != null && before != instance.Version)
        {
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, true, false, cancellationToken);
        }
    }
}
