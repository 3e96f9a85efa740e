namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What became of a dialog stack in one turn.</summary>
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    /// <summary>What the last dialog returned; null unless the stack ended in this turn.</summary>
    public object Result { get; set; } = result;

    /// <summary>True when a child ended its parent, so that the parent must not resume.</summary>
    public bool ParentEnded { get; set; }
}
