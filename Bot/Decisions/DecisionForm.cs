using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// The part of the case card in which it is decided, or the reporter asked. Outcomes that are impossible for where the post stands are
/// not offered. Nothing is marked as required for Teams to check: the same inputs go with the question, which needs no reason.
/// </summary>
internal sealed class DecisionForm(GuidanceLibrary guidance)
{
    /// <summary>As much as is comfortable on a card; longer texts are taken too, up to <see cref="ReportedFacts.MaxTextLength"/>.</summary>
    private const int MaxTyped = 1_000;
    private const string AskPart = "ask";

    private readonly GuidanceSection _guidance = new(guidance);

    public IEnumerable<AdaptiveElement> Draw(CaseView view) =>
    [
        new AdaptiveTextBlock("What should happen?")
        {
            Size = AdaptiveTextSize.Large,
            Weight = AdaptiveTextWeight.Bolder,
            Wrap = true,
            Separator = true,
            Spacing = AdaptiveSpacing.ExtraLarge,
            AdditionalProperties = { ["style"] = "heading" },
        },
        CardLook.Small("You can tick more than one. I write the decision down, tell the reporter and show you the steps. Removing and reporting is done by people, not by me."),
        .. Outcomes(view),
        .. Texts(view),

        // Said at the top too; but who pressed a button at the foot of a long card is still there.
        .. view is { Problem: { } problem, Asking: false } ? [Blocks.Problem(problem)] : Array.Empty<AdaptiveElement>(),
        .. Asking(view),
    ];

    private IEnumerable<AdaptiveElement> Outcomes(CaseView view)
    {
        var possible = DecisionRules.Possible(view.Case.Facts);
        foreach (var outcome in possible)
        {
            if (outcome == DecisionOutcome.ComplaintsProcedure)
            {
                yield return CardLook.Small("Other outcome");
            }

            yield return Row(view, outcome);
            yield return new AdaptiveContainer
            {
                Id = Part(outcome),
                IsVisible = view.Guide == outcome,
                Style = AdaptiveContainerStyle.Emphasis,
                Items = [.. _guidance.ForChoosing(outcome, view)],
            };
        }

        if (!possible.Contains(DecisionOutcome.RemoveFromPage))
        {
            yield return CardLook.Small(
                $"“{guidance.Label(DecisionOutcome.RemoveFromPage)}” is not offered for this post. Can the practice remove it? {guidance.Platform(view.Case.Facts.Platform).PracticeCanRemove}");
        }

        yield return CardLook.Small(_guidance.EditionOn(view.Now));
    }

    private AdaptiveColumnSet Row(CaseView view, DecisionOutcome outcome) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Columns =
        [
            new AdaptiveColumn
            {
                Width = "stretch",
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                Items =
                [
                    new AdaptiveToggleInput
                    {
                        Id = CardFields.Outcome + outcome,
                        Title = guidance.Label(outcome),
                        ValueOn = "true",
                        ValueOff = "false",
                        Value = view.Typed.Outcomes.Contains(outcome) ? "true" : null,
                        Wrap = true,
                    },
                ],
            },
            WhatItMeans(outcome),
        ],
    };

    private AdaptiveColumn WhatItMeans(DecisionOutcome outcome) => new()
    {
        Width = "auto",
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        Items = [new AdaptiveTextBlock("What it means") { Color = AdaptiveTextColor.Accent, Size = AdaptiveTextSize.Small }],
        SelectAction = new AdaptiveToggleVisibilityAction
        {
            Title = $"What it means: {guidance.Label(outcome)}",
            TargetElements = [Part(outcome)],
        },
    };

    private static IEnumerable<AdaptiveElement> Texts(CaseView view)
    {
        yield return Text(CardFields.Reason, "Reason, for the file (needed)", view.Typed.Reason, AdaptiveSpacing.Large);
        yield return CardLook.Small("The reporter does not see it. Name the item of the code of conduct if you can.");
        yield return Text(CardFields.ForReporter, "A word for the reporter, if you like", view.Typed.ForReporter, AdaptiveSpacing.Medium);
        if (view.Evidence.Sealed == 0)
        {
            yield return Text(CardFields.NoEvidence, "Why is there no screenshot?", view.Typed.NoEvidenceReason, AdaptiveSpacing.Medium);
            yield return CardLook.Small(view switch
            {
                { Evidence.Waiting: > 0 } => "A screenshot has come and waits to be checked for viruses; it is not sealed yet. Removing and reporting can make the proof disappear, so they stay locked until it is, or until you write why it cannot wait.",
                { Case.MissingEvidence: > 0 } => "A screenshot was sent and has not reached me yet. Removing and reporting can make the proof disappear, so they stay locked until it comes, or until you write why it cannot wait.",
                _ => "Needed before you remove or report: both can make the proof disappear, so they stay locked until you write why there is none.",
            });
        }
    }

    private IEnumerable<AdaptiveElement> Asking(CaseView view)
    {
        var decide = Blocks.Press(
            "Record the decision", DecisionVerbs.Decide, view.Case, new JProperty(CardFields.Guidance, guidance.Version));
        decide.Style = "positive";
        if (view.Case.ReporterLeftAt is not null)
        {
            return [CardLook.Buttons(decide), CardLook.Small("The reporter has taken their report back, so they are not asked any more.")];
        }

        if (view.Case.OpenQuestion is not null)
        {
            return [CardLook.Buttons(decide), CardLook.Small("A question is waiting for the reporter's answer. You can decide without it.")];
        }

        return
        [
            CardLook.Buttons(
                decide,
                new AdaptiveToggleVisibilityAction { Title = "Ask the reporter", TargetElements = [AskPart] }),
            new AdaptiveContainer
            {
                Id = AskPart,
                IsVisible = view.Asking,
                Style = AdaptiveContainerStyle.Emphasis,
                Items =
                [
                    Text(CardFields.Question, "Your question to the reporter", view.Typed.Question, AdaptiveSpacing.Default),
                    CardLook.Small("The answer comes back to this card. The case stays open."),
                    .. view is { Problem: { } problem, Asking: true } ? [Blocks.Problem(problem)] : Array.Empty<AdaptiveElement>(),
                    CardLook.Buttons(Blocks.Press("Send the question", DecisionVerbs.Ask, view.Case)),
                ],
            },
        ];
    }

    private static AdaptiveTextInput Text(string id, string label, string? typed, AdaptiveSpacing spacing) => new()
    {
        Id = id,
        Label = label,
        IsMultiline = true,
        MaxLength = MaxTyped,
        Value = typed is null ? null : WrittenWords.Cut(WrittenWords.Clean(typed), MaxTyped),
        Spacing = spacing,
    };

    private static string Part(DecisionOutcome outcome) => $"about{outcome}";
}
