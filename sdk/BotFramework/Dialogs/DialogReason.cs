namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a dialog method is being called.</summary>
public enum DialogReason
{
    /// <summary>The dialog was started.</summary>
    BeginCalled,

    /// <summary>The user sent something while the dialog was active.</summary>
    ContinueCalled,

    /// <summary>The dialog above it on the stack ended normally.</summary>
    EndCalled,

    /// <summary>The dialog is being replaced by another one.</summary>
    ReplaceCalled,

    /// <summary>The dialog is being cancelled.</summary>
    CancelCalled,

    /// <summary>A waterfall step asked for the next one without waiting for the user.</summary>
    NextCalled,
}
