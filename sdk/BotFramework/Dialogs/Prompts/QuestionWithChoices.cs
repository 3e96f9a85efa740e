using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A question and the answers one may give to it, as one message.</summary>
internal static class QuestionWithChoices
{
    private static readonly JsonSerializer Copier = JsonSerializer.Create();

    public static IMessageActivity Compose(
        IMessageActivity prompt, ChoiceAudience audience, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options)
    {
        var listed = Layout(prompt?.Text ?? string.Empty, audience, choices, style, options);
        if (prompt == null)
        {
            listed.InputHint = InputHints.ExpectingInput;
            return listed;
        }

        // The question is persisted with the prompt and must not grow choices each time it is asked.
        var question = JObject.FromObject(prompt, Copier).ToObject<Activity>(Copier);
        question.Text = listed.Text;

        if (listed.SuggestedActions?.Actions is { Count: > 0 })
        {
            question.SuggestedActions = listed.SuggestedActions;
        }

        if (listed.Attachments is { Count: > 0 })
        {
            question.Attachments = [.. question.Attachments ?? [], .. listed.Attachments];
        }

        return question;
    }

    private static IMessageActivity Layout(
        string text, ChoiceAudience audience, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options)
    {
        switch (style)
        {
            case ListStyle.Inline:
                return ChoiceFactory.Inline(choices, text, null, options);

            case ListStyle.List:
                return ChoiceFactory.List(choices, text, null, options);

            case ListStyle.SuggestedAction:
                return ChoiceFactory.SuggestedAction(choices, text, null, audience.Recipients);

            case ListStyle.HeroCard:
                return ChoiceFactory.HeroCard(choices, text);

            case ListStyle.None:
                var question = Activity.CreateMessageActivity();
                question.Text = text;
                return question;

            default:
                return ChoiceFactory.ForChannel(
                    audience.ChannelId, choices, text, null, options, audience.ConversationType, audience.Recipients);
        }
    }
}
