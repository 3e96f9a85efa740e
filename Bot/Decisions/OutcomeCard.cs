using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// What the reporter is told. Not the reason for the file, not who decided; and of legal advice and staff matters only the sentence that
/// is meant for them, without the name of the outcome.
/// </summary>
internal sealed class OutcomeCard(GuidanceLibrary guidance, CaseDates dates)
{
    private const int Limit = 4_000;
    private const int MaxLines = 30;

    public AdaptiveCard Draw(Case @case, Decision decision) => CardLook.Card(
    [
        CardLook.Title($"Your report {@case.Reference}: what was decided"),
        CardLook.Small($"You reported it on {dates.Day(@case.ReportedAt)}. It was decided on {dates.DayAndTime(decision.At)}."),
        CardLook.Box(AdaptiveContainerStyle.Emphasis, decision.Outcomes.SelectMany(Outcome)),
        .. ForReporter(decision),
        CardLook.Heading("What happens next"),
        CardLook.Words("There is nothing more you need to do. If it goes on, or you see it again, please tell me: write **report**."),
        CardLook.Words(guidance.Sentences.DoNotReply),
        .. @case.HasOriginalsInOneDrive ? [CardLook.Words(guidance.Sentences.OriginalIsYours)] : Array.Empty<AdaptiveElement>(),
        CardLook.Heading("Support for you"),
        CardLook.Words(guidance.Support.Introduction),
        .. guidance.Support.Everyone.Select(Line),
        CardLook.Small("For doctors"),
        .. guidance.Support.Doctors.Select(Line),
        CardLook.Heading("Thank you for telling us."),
    ]);

    private IEnumerable<AdaptiveElement> Outcome(DecisionOutcome outcome)
    {
        if (outcome is not (DecisionOutcome.LegalAdvice or DecisionOutcome.HumanResources))
        {
            yield return new AdaptiveTextBlock(guidance.Label(outcome)) { Weight = AdaptiveTextWeight.Bolder, Wrap = true };
        }

        yield return new AdaptiveTextBlock(guidance.Outcome(outcome).ForReporter) { Wrap = true, Spacing = AdaptiveSpacing.Small };
    }

    private static IEnumerable<AdaptiveElement> ForReporter(Decision decision) => decision.ForReporter is { } text
        ? [CardLook.Heading("A word for you"), .. Blocks.Written(WrittenWords.Cut(WrittenWords.Clean(text), Limit), MaxLines)]
        : [];

    private static AdaptiveTextBlock Line(SupportLine line) => new($"[{line.Name}]({line.Source.Url}): {line.Contact}{(line.Hours is { } hours ? $" ({hours})" : "")}")
    {
        Wrap = true,
        Spacing = AdaptiveSpacing.Small,
    };
}
