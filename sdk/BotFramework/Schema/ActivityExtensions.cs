using System.Text.RegularExpressions;

namespace Microsoft.Bot.Schema;

public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => mention.Mentioned.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient.Id);

    /// <summary>Takes the words that address the bot out of <see cref="IMessageActivity.Text"/>, which it changes.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient.Id);

    /// <summary>Takes the words that address one account out of <see cref="IMessageActivity.Text"/>, which it changes.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned.Id == id))
        {
            // The text comes from the channel: escaped, so that a name is never read as a pattern.
            var words = Regex.Escape(mention.Text ?? $"<at>{mention.Mentioned.Name}</at>");
            activity.Text = Regex.Replace(activity.Text, words, string.Empty, RegexOptions.IgnoreCase).Trim();
        }

        return activity.Text;
    }
}
