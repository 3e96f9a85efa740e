namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something recognised in a sentence, and where.</summary>
public class ModelResult<T>
{
    public string Text { get; set; }

    /// <summary>The first character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>The last character, itself included.</summary>
    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}
