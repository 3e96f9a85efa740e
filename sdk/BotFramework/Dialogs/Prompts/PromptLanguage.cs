using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The words with which prompts list choices. English is the only language that is known here.</summary>
internal static class PromptLanguage
{
    public const string English = "en-us";

    public static ChoiceFactoryOptions EnglishList() => new(", ", " or ", ", or ", true);

    /// <summary>
    /// Any kind of English is treated as one. Another language is used only where the bot has brought its own words
    /// for it; otherwise it is answered in English.
    /// </summary>
    public static string Choose<TWords>(string locale, Dictionary<string, TWords> known)
    {
        var code = locale?.Trim().ToLowerInvariant();
        return !string.IsNullOrEmpty(code) && known.ContainsKey(code) ? code : English;
    }
}
