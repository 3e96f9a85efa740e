using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can start each other by id.</summary>
public class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private IBotTelemetryClient _telemetryClient = NullBotTelemetryClient.Instance;
    private string _version;

    /// <param name="dialogState">Where the stack of this set is kept between turns.</param>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        _dialogState = dialogState ?? throw new ArgumentNullException(nameof(dialogState));
    }

    /// <summary>A set inside a container, whose stack is kept in the container's own instance.</summary>
    public DialogSet()
    {
    }

    /// <summary>Setting it sets it on every dialog of the set; null means none.</summary>
    public IBotTelemetryClient TelemetryClient
    {
        get => _telemetryClient;
        set
        {
            _telemetryClient = value ?? NullBotTelemetryClient.Instance;
            foreach (var dialog in _dialogs.Values)
            {
                // Containers hand the client on to their own dialogs, and may contain each other.
                if (dialog.TelemetryClient != _telemetryClient)
                {
                    dialog.TelemetryClient = _telemetryClient;
                }
            }
        }
    }

    /// <summary>Changes when a dialog is added or the version of one of them changes between processes.</summary>
    public virtual string GetVersion()
    {
        if (_version == null)
        {
            var versions = string.Concat(_dialogs.Values.Select(dialog => dialog.GetVersion()));
            _version = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(versions)));
        }

        return _version;
    }

    /// <summary>
    /// Adds a dialog. When its id is taken by another dialog it gets a number: the second "name" becomes "name2".
    /// </summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        _version = null;

        if (_dialogs.TryGetValue(dialog.Id, out var existing))
        {
            if (existing == dialog)
            {
                return this;
            }

            dialog.Id = FreeIdLike(dialog.Id);
        }

        dialog.TelemetryClient = _telemetryClient;
        _dialogs[dialog.Id] = dialog;
        return this;
    }

    /// <summary>Loads the stack and returns the context through which the dialogs are run.</summary>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        if (_dialogState == null)
        {
            throw new InvalidOperationException(
                "DialogSet.CreateContextAsync(): this DialogSet was created without an IStatePropertyAccessor.");
        }

        var state = await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }

    /// <returns>The dialog, or null.</returns>
    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    private string FreeIdLike(string id)
    {
        for (var suffix = 2; ; suffix++)
        {
            var candidate = id + suffix.ToString(CultureInfo.InvariantCulture);
            if (!_dialogs.ContainsKey(candidate))
            {
                return candidate;
            }
        }
    }
}
