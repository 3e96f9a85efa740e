namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What one step of a waterfall has in hand.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _nextCalled;

    public WaterfallStepContext(
        WaterfallDialog parentWaterfall,
        DialogContext dc,
        object options,
        IDictionary<string, object> values,
        int index,
        DialogReason reason,
        object result = null)
        : base(dc.Dialogs, dc, new DialogState(dc.Stack))
    {
        _waterfall = parentWaterfall;
        Parent = dc.Parent;
        Options = options;
        Values = values;
        Index = index;
        Reason = reason;
        Result = result;
    }

    /// <summary>Counts from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was started with; null when nothing was passed.</summary>
    public object Options { get; }

    public DialogReason Reason { get; }

    /// <summary>What the dialog started by the previous step returned, or the text of the user's message.</summary>
    public object Result { get; }

    /// <summary>Kept for as long as the waterfall runs, and persisted.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes to the next step without waiting for the user.</summary>
    public async Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(result, nameof(result));

        if (_nextCalled)
        {
            throw new InvalidOperationException(
                $"WaterfallStepContext.NextAsync(): method already called for dialog and step '{ActiveDialog?.Id}[{Index}]'.");
        }

        _nextCalled = true;
        return await _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
