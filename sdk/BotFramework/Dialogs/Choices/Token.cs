namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One word of a sentence.</summary>
public class Token
{
    /// <summary>The first character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>The last character, itself included.</summary>
    public int End { get; set; }

    public string Text { get; set; }

    /// <summary>What is compared.</summary>
    public string Normalized { get; set; }
}
