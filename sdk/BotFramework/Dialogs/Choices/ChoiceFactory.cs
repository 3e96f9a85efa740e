using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Makes messages that list choices.</summary>
public class ChoiceFactory
{
    /// <summary>
    /// Shows the choices as the channel allows: suggested actions, else a card with buttons, else in the sentence
    /// (three short ones at most), else as a numbered list.
    /// </summary>
    public static IMessageActivity ForChannel(
        string channelId,
        IList<Choice> list,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null,
        string conversationType = null,
        IList<string> toList = null)
    {
        channelId ??= string.Empty;
        list ??= [];

        var longest = list.Count == 0 ? 0 : list.Max(choice => ButtonTitle(choice).Length);
        if (longest > Channel.MaxActionTitleLength(channelId))
        {
            return List(list, text, speak, options);
        }

        if (Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak, toList);
        }

        if (Channel.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    /// <summary>Lists the choices in the sentence: (1) red, (2) green, or (3) blue.</summary>
    public static Activity Inline(
        IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var sentence = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            sentence.Append(Separator(i, choices.Count, options));
            if (options?.IncludeNumbers ?? true)
            {
                sentence.Append('(').Append(i + 1).Append(") ");
            }

            sentence.Append(ListTitle(choices[i]));
        }

        return MessageFactory.Text(sentence.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(
        IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <summary>Lists the choices under the text, with numbers or dashes.</summary>
    public static Activity List(
        IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var list = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            list.Append(i == 0 ? string.Empty : "\n   ");
            if (options?.IncludeNumbers ?? true)
            {
                list.Append(i + 1).Append(". ");
            }
            else
            {
                list.Append("- ");
            }

            list.Append(ListTitle(choices[i]));
        }

        return MessageFactory.Text(list.ToString(), speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(
        IList<string> choices, string text = null, string speak = null, IList<string> toList = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <param name="choices">One button each.</param>
    /// <param name="text">Above the buttons.</param>
    /// <param name="speak">Spoken instead.</param>
    /// <param name="toList">The ids of the people who see the buttons; Teams needs it.</param>
    public static IMessageActivity SuggestedAction(
        IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null) =>
        MessageFactory.SuggestedActions(Buttons(choices), text, speak, InputHints.ExpectingInput, toList);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard(text: text, buttons: Buttons(choices)).ToAttachment();
        return MessageFactory.Attachment([card], null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices) =>
        choices == null ? [] : [.. choices.Select(value => new Choice(value))];

    private static string Separator(int index, int count, ChoiceFactoryOptions options) => index switch
    {
        0 => string.Empty,
        1 when count == 2 => options?.InlineOr ?? " or ",
        _ when index == count - 1 => options?.InlineOrMore ?? ", or ",
        _ => options?.InlineSeparator ?? ", ",
    };

    private static string ListTitle(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static string ButtonTitle(Choice choice) =>
        string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value : choice.Action.Title;

    private static List<CardAction> Buttons(IList<Choice> choices) =>
    [
        .. (choices ?? []).Select(choice => choice.Action ?? new CardAction
        {
            Type = ActionTypes.ImBack,
            Value = choice.Value,
            Title = choice.Value,
        }),
    ];
}
