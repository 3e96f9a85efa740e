namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something to look for, and which choice it stands for.</summary>
public class SortedValue
{
    public string Value { get; set; }

    public int Index { get; set; }
}
