namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that happened to a dialog and that it, or a dialog that started it, may handle.</summary>
public class DialogEvent
{
    /// <summary>Whether the parents are asked when the dialog itself does not handle the event.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; }

    public object Value { get; set; }
}
