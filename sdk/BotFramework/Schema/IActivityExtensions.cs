namespace Microsoft.Bot.Schema;

public static class IActivityExtensions
{
    /// <summary>Every type of activity may name a language, though only messages show it.</summary>
    public static string GetLocale(this IActivity activity) => (activity as Activity)?.Locale;

    public static void SetLocale(this IActivity activity, string locale)
    {
        if (activity is Activity concrete)
        {
            concrete.Locale = locale;
        }
    }
}
