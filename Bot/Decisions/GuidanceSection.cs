using System.Globalization;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// What an outcome means and how it is done, from the reviewed guidance. All of it at once would be too much for a card, so the long part
/// is shown for one outcome at a time. Our own words, so Markdown may be used for lists and links.
/// </summary>
internal sealed class GuidanceSection(GuidanceLibrary guidance)
{
    private const string Key = "guidance-";

    /// <summary>Reads from a press which outcome's guidance is wanted in full.</summary>
    public static DecisionOutcome? Wanted(string? show) =>
        show?.StartsWith(Key, StringComparison.Ordinal) == true && Enum.TryParse(show[Key.Length..], out DecisionOutcome outcome) && Enum.IsDefined(outcome)
            ? outcome
            : null;

    public string Edition => $"Guidance {guidance.Version}, checked on {Date(guidance.Edition.CheckedOn)}.";

    /// <summary>With a warning when it should have been read again.</summary>
    public string EditionOn(DateTimeOffset now) => guidance.Edition.IsDueForReview(DateOnly.FromDateTime(now.UtcDateTime))
        ? $"{Edition} It was due to be checked again by {Date(guidance.Edition.ReviewBy)}: please open the sources before you rely on it."
        : Edition;

    /// <summary>For the choice: what it means and when it fits, and more on request.</summary>
    public IEnumerable<AdaptiveElement> ForChoosing(DecisionOutcome outcome, CaseView view) =>
    [
        CardLook.Words(guidance.Outcome(outcome).Meaning),
        CardLook.Words($"**When it fits:** {guidance.Outcome(outcome).WhenItFits}"),
        .. view.Guide == outcome
            ? [Steps(outcome), .. InFull(outcome, view.Case.Facts.Platform)]
            : (AdaptiveElement[])[More(outcome, view.Case, outcome == DecisionOutcome.LegalAdvice
                ? "Show the steps, the BMA's guidance and the law"
                : "Show the steps and sources")],
    ];

    /// <summary>For after the decision: the checklist, and more on request.</summary>
    public IEnumerable<AdaptiveElement> ForDoing(DecisionOutcome outcome, CaseView view) =>
    [
        Steps(outcome),
        .. view.Guide == outcome
            ? InFull(outcome, view.Case.Facts.Platform)
            : [More(outcome, view.Case, outcome switch
            {
                DecisionOutcome.LegalAdvice => "Show the BMA's guidance and the law",
                DecisionOutcome.ReportToPlatform => $"Show how to report: {guidance.Label(view.Case.Facts.Platform)}",
                _ => "Show the sources",
            })],
    ];

    private AdaptiveTextBlock Steps(DecisionOutcome outcome) => CardLook.Words("In this order:" + Numbered(guidance.Outcome(outcome).Steps));

    private static AdaptiveActionSet More(DecisionOutcome outcome, Case @case, string title) =>
        CardLook.Buttons(Blocks.Press(title, DecisionVerbs.Refresh, @case, new JProperty(CardFields.Show, Key + outcome)));

    private IEnumerable<AdaptiveElement> InFull(DecisionOutcome outcome, Platform platform) => outcome switch
    {
        DecisionOutcome.ReportToPlatform =>
        [
            CardLook.Words($"**{guidance.Label(platform)}: how to report**" + Numbered(guidance.Platform(platform).Steps)),
            CardLook.Words($"**Who may report:** {guidance.Platform(platform).WhoMayReport}"),
            Sources([.. guidance.Outcome(outcome).Sources, .. guidance.Platform(platform).Sources]),
        ],
        DecisionOutcome.LegalAdvice =>
        [
            CardLook.Words($"**{guidance.Referral.Title}.** {guidance.Referral.Introduction}" + Bullets(guidance.Referral.Steps)),
            CardLook.Words($"**{guidance.Law.Title}** (as at {Date(guidance.Law.AsAt)})" + Bullets(guidance.Law.Entries)),
            CardLook.Words($"**{guidance.Law.NotAdvice}**"),
            Sources(guidance.Outcome(outcome).Sources),
        ],
        _ => [Sources(guidance.Outcome(outcome).Sources)],
    };

    private AdaptiveTextBlock Sources(IEnumerable<Source> sources) => CardLook.Small(
        $"{guidance.Edition.Note} {Edition} Sources: "
        + string.Join("; ", sources.DistinctBy(source => source.Url)
            .Select(source => $"[{source.Title}]({source.Url}){(source.PageDate is { } date ? $" ({date})" : "")}")));

    /// <summary>A list stands after words in the same block: one that begins a block is drawn too wide by some clients.</summary>
    private static string Numbered(IReadOnlyList<string> steps) =>
        "\n\n" + string.Join('\n', steps.Select((step, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {step}")));

    /// <summary>Each with a link to where it comes from.</summary>
    private static string Bullets(IEnumerable<Statement> statements) => "\n\n" + string.Join('\n', statements.Select(statement =>
        $"- {(statement.Title is { } title ? $"**{title}:** " : "")}{statement.Text} [Source]({statement.Source.Url})"));

    private static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
