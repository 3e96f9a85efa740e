using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>Asks for whom the evidence is and which files. It becomes the card of the request when it is pressed.</summary>
internal static class AskCard
{
    public const string Summary = "A short answer about a case";

    public const string NobodyElse =
        "Two people have to agree before evidence leaves the practice, and nobody but you decides this case at present. So it cannot be "
        + "handed over yet. Please ask whoever looks after the bot to name a second person who decides: a deputy (setting Practice:Deputies) "
        + "who is in the practice's team, did not report this case and is not named in it.";

    public const string BeingDeleted = "The retention time of this case is over, and its deletion has begun. Nothing of it can be handed over any more.";

    /// <summary>As much as is comfortable on a card.</summary>
    private const int MaxReason = 1_000;
    private const int NamesShown = 5;

    public static AdaptiveCard Draw(AskView view) => CardLook.Card(
    [
        CardLook.Title($"Evidence of case {view.Case.Reference}"),
        .. WhyNot(view) is { } sentence ? [CardLook.Words(sentence)] : Form(view),
    ]);

    private static string? WhyNot(AskView view) => view switch
    {
        { Case.Purge: not null } => BeingDeleted,
        { OthersWhoDecide: 0 } => NobodyElse,
        _ => null,
    };

    private static IEnumerable<AdaptiveElement> Form(AskView view) =>
    [
        CardLook.Words(
            "The bundle is a ZIP file: the screenshots, what is known of them, the record of who did what with them, and a chronology as a PDF. "
            + "Another person who decides this case has to agree first."),
        .. view.Case.FamilyScreenshots == 0 ? [CardLook.Small("This case has no screenshot: the bundle holds the record and the chronology only.")] : Unredacted(view),
        Choice(
            ExportFields.Audience,
            "For whom is it?",
            view.Audience?.ToString(),
            [
                new() { Title = "The police", Value = nameof(ExportAudience.Police) },
                new() { Title = "A solicitor or adviser", Value = nameof(ExportAudience.Adviser) },
                new() { Title = "The platform", Value = nameof(ExportAudience.Platform) },
                new() { Title = "Somebody inside the practice", Value = nameof(ExportAudience.Practice) },
            ]),
        Choice(
            ExportFields.Copies,
            "Which files?",
            view.Copies.ToString(),
            [
                new() { Title = "Redacted copies", Value = nameof(ExportCopies.Redacted) },
                new() { Title = "Originals", Value = nameof(ExportCopies.Originals) },
            ]),
        new AdaptiveTextInput
        {
            Id = ExportFields.Reason,
            Label = "Why originals? (needed when an original goes to somebody outside the practice)",
            IsMultiline = true,
            MaxLength = MaxReason,
            Value = view.Reason is { } typed ? typed[..Math.Min(typed.Length, MaxReason)] : null,
        },
        .. view.Problem is { } problem ? (AdaptiveElement[])[CardLook.Box(AdaptiveContainerStyle.Warning, CardLook.Words(problem))] : [],
        CardLook.Buttons(CardParts.Press(
            "Request",
            ExportVerbs.Request,
            new JProperty(ExportFields.Case, view.Case.Id.ToString()),
            new JProperty(ExportFields.Export, view.Export.ToString()))),
    ];

    private static IEnumerable<AdaptiveElement> Unredacted(AskView view)
    {
        if (view.Unredacted.Count == 0)
        {
            return [CardLook.Small("Every screenshot has a redacted copy.")];
        }

        var names = view.Unredacted.Take(NamesShown).Select(name => CardParts.Fact("No redacted copy:", name));
        return
        [
            CardLook.Box(
                AdaptiveContainerStyle.Emphasis,
                [
                    .. names,
                    .. view.Unredacted.Count > NamesShown ? (AdaptiveElement[])[CardLook.Small($"And {view.Unredacted.Count - NamesShown} more.")] : [],
                    CardLook.Small("Where there is no redacted copy the original goes into the bundle. For somebody outside the practice, make a redacted copy on the evidence page first, or write why the original is needed."),
                ]),
        ];
    }

    private static AdaptiveChoiceSetInput Choice(string id, string label, string? value, List<AdaptiveChoice> choices) => new()
    {
        Id = id,
        Label = label,
        Style = AdaptiveChoiceInputStyle.Expanded,
        Wrap = true,
        Value = value,
        Choices = choices,
    };
}
