namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown to the user.</summary>
public enum ListStyle
{
    /// <summary>Not at all: the question says what can be chosen.</summary>
    None,

    /// <summary>In the way that fits the channel, the number of choices and their length.</summary>
    Auto,

    /// <summary>In the sentence: (1) red, (2) green, or (3) blue.</summary>
    Inline,

    /// <summary>As a numbered list under the question.</summary>
    List,

    /// <summary>As buttons that go away when one is pressed.</summary>
    SuggestedAction,

    /// <summary>As buttons on a card.</summary>
    HeroCard,
}
