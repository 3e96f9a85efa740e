using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// What this room's cards are made of. Words that somebody typed go through <see cref="Typed"/> only: they are shown as they are and
/// never read as formatting.
/// </summary>
internal static class CardParts
{
    private const int MaxParagraphs = 20;

    public static AdaptiveCard Card(IEnumerable<AdaptiveElement> body, IEnumerable<AdaptiveAction>? actions = null)
    {
        var card = CardLook.Card(body);
        card.Actions.AddRange(actions ?? []);
        return card;
    }

    public static AdaptiveTextBlock Heading(string text) => CardLook.Title(text);

    public static AdaptiveTextBlock Subheading(string text) =>
        new(text) { Weight = AdaptiveTextWeight.Bolder, Wrap = true, Spacing = AdaptiveSpacing.Medium };

    public static AdaptiveTextBlock Words(string text) => CardLook.Words(text);

    public static AdaptiveTextBlock Small(string text) => CardLook.Small(text);

    public static AdaptiveTextBlock Problem(string text) =>
        new(text) { Wrap = true, Color = AdaptiveTextColor.Attention, Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Small };

    public static AdaptiveTextBlock Point(string text) => new("• " + text) { Wrap = true, Spacing = AdaptiveSpacing.Small };

    /// <summary>"Label: what somebody typed", on one line.</summary>
    public static AdaptiveRichTextBlock Fact(string label, string typed) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = [new AdaptiveTextRun(label + ": ") { Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun(OnOneLine(typed))],
    };

    /// <summary>What somebody typed, its lines kept as paragraphs as far as is sensible.</summary>
    public static IEnumerable<AdaptiveElement> Typed(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IEnumerable<string> paragraphs = lines.Length <= MaxParagraphs
            ? lines
            : [.. lines.Take(MaxParagraphs - 1), string.Join(' ', lines.Skip(MaxParagraphs - 1))];
        return paragraphs.Select(paragraph =>
            new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small, Inlines = [new AdaptiveTextRun(paragraph)] });
    }

    /// <summary>A button that says a command, as if it had been typed.</summary>
    public static AdaptiveSubmitAction Command(string title, string command) => new()
    {
        Title = title,
        AssociatedInputs = AdaptiveAssociatedInputs.None,
        Data = new JObject
        {
            ["msteams"] = new JObject { ["type"] = "messageBack", ["text"] = command, ["displayText"] = title },
        },
    };

    /// <summary>A button of a draft's card that takes no inputs with it.</summary>
    public static AdaptiveSubmitAction Press(string title, string verb, ReportDraft draft, string style = "default") => new()
    {
        Title = title,
        Style = style,
        AssociatedInputs = AdaptiveAssociatedInputs.None,
        Data = DataOf(verb, draft.CaseId),
    };

    /// <summary>Leads to the page with a report's screenshots; none where there is no such page, or nothing on it.</summary>
    public static IEnumerable<AdaptiveAction> SeeWhatYouSent(Case @case, Uri? page) =>
        page is null || @case.Evidence.Count == 0 ? [] : [new AdaptiveOpenUrlAction { Title = "See what you sent", Url = page }];

    /// <summary>A button that takes what was filled in with it.</summary>
    public static AdaptiveSubmitAction PressWithInputs(string title, string verb, ReportDraft draft) => new()
    {
        Title = title,
        Style = "positive",
        Data = DataOf(verb, draft.CaseId),
    };

    /// <summary>The beginning of a text, with an ellipsis when there is more.</summary>
    public static string Beginning(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    private static JObject DataOf(string verb, CaseId draft) => new()
    {
        [Submission.VerbKey] = verb,
        [Submission.DraftKey] = draft.ToString(),
    };

    private static string OnOneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
