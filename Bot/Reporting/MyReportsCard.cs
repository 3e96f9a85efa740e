using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>One page of somebody's own reports.</summary>
/// <param name="pageOf">Where a report's screenshots can be looked at; <c>null</c> when there is no such page.</param>
internal sealed class MyReportsCard(GuidanceLibrary guidance, PracticeClock clock, Func<CaseReference, Uri?> pageOf)
{
    /// <param name="page">From 0.</param>
    public AdaptiveCard Show(IReadOnlyList<Case> cases, int page, bool hasMore) => CardParts.Card(
        [
            CardParts.Heading("Your reports"),
            .. cases.Count == 0 ? [CardParts.Words(page == 0 ? "You have not sent any." : "There are no more.")] : cases.SelectMany(One),
        ],
        [
            .. hasMore ? [More(page + 1)] : Array.Empty<AdaptiveAction>(),
            CardParts.Command("Report something", "report"),
        ]);

    private IEnumerable<AdaptiveElement> One(Case @case)
    {
        yield return new AdaptiveContainer
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
            Items =
            [
                CardParts.Subheading($"{@case.Reference}: {guidance.Label(@case.Status)}"),
                CardParts.Small($"Sent on {clock.Say(@case.ReportedAt)}. {guidance.Label(@case.Facts.Platform)}. {Kinds(@case)}."),
                .. Standing(@case),
                .. Buttons(@case),
            ],
        };
    }

    private string Kinds(Case @case) => string.Join("; ", @case.Facts.Kinds.Select(guidance.Label));

    private IEnumerable<AdaptiveElement> Standing(Case @case) => @case switch
    {
        { Decision: { } decision } =>
        [
            .. decision.Outcomes.Select(outcome => CardParts.Point(guidance.Outcome(outcome).ForReporter)),
            .. decision.ForReporter is { } words ? CardParts.Typed(CardParts.Beginning(words, 200)) : [],
        ],
        { WithdrawnAt: { } at } => [CardParts.Small($"You withdrew it on {clock.Say(at)}.")],
        _ =>
        [
            CardParts.Small($"A decision is promised by {clock.Say(@case.DueAt)}."),
            .. MissingPictures.Remind(@case),
            .. @case.DuplicateOf is null && @case.Merged.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Small("It is handled together with another report of the same post.") },
            .. @case.OpenQuestion is null ? [] : new AdaptiveElement[] { CardParts.Words("There is a question for you in this chat.") },
        ],
    };

    private IEnumerable<AdaptiveElement> Buttons(Case @case)
    {
        List<AdaptiveAction> actions =
        [
            .. CardParts.SeeWhatYouSent(@case, pageOf(@case.Reference)),
            .. @case is { Decision: null, WithdrawnAt: null } ? [Withdraw(@case)] : Array.Empty<AdaptiveAction>(),
        ];
        return actions.Count == 0 ? [] : [new AdaptiveActionSet { Actions = actions }];
    }

    /// <summary>Opens one more question in the card: a slip of the finger withdraws nothing.</summary>
    private static AdaptiveShowCardAction Withdraw(Case @case) => new()
    {
        Title = "Withdraw",
        Card = new AdaptiveCard("1.5")
        {
            Body = [CardParts.Words("Take this report back? The people who would have decided are told, and nothing more happens with it.")],
            Actions =
            [
                new AdaptiveSubmitAction
                {
                    Title = $"Yes, withdraw {@case.Reference}",
                    Style = "destructive",
                    Data = new JObject { [Submission.VerbKey] = ReportVerbs.Withdraw, [Submission.CaseKey] = @case.Id.ToString() },
                },
            ],
        },
    };

    private static AdaptiveSubmitAction More(int page) => new()
    {
        Title = "Older reports",
        Data = new JObject { [Submission.VerbKey] = ReportVerbs.Mine, [Submission.PageKey] = page },
    };
}
