using System.Diagnostics;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>The part of the case card that says what was decided, whether the reporter knows, and what to do now.</summary>
internal sealed class DecisionRecord(GuidanceLibrary guidance, CaseDates dates)
{
    private readonly GuidanceSection _guidance = new(guidance);

    public IEnumerable<AdaptiveElement> Draw(CaseView view, Decision decision, Excerpts excerpts)
    {
        if (view.SomebodyWasFirst)
        {
            yield return CardLook.Box(
                AdaptiveContainerStyle.Warning,
                CardLook.Words("Somebody was first: the case had been decided when you pressed. Nothing of yours was recorded."));
        }

        yield return CardLook.Box(
            AdaptiveContainerStyle.Good,
            [
                .. decision.Outcomes.Select(outcome => new AdaptiveTextBlock(guidance.Label(outcome)) { Weight = AdaptiveTextWeight.Bolder, Wrap = true, Spacing = AdaptiveSpacing.Small }),
                CardLook.Fact("Decided by", $"{WrittenWords.OneLine(decision.By.Name, ReportedFacts.MaxShortTextLength)}, {dates.DayAndTime(decision.At)}"),
                view.Case.ReporterLeftAt is null
                    ? Told(view.Told, "Reporter", "the reporter", view.Now)
                    : CardLook.Words("The reporter had taken the report back, so I do not tell them."),
                .. view.OthersTold.Select(other => Told(other.Told, $"{other.Report}: reporter", $"the reporter of {other.Report}", view.Now)),
            ]);
        foreach (var text in new[] { LongText.Reason(decision), LongText.ForReporter(decision), LongText.NoEvidence(decision) }.OfType<LongText>())
        {
            yield return CardLook.Heading(text.Title);
            foreach (var element in excerpts.Of(text))
            {
                yield return element;
            }
        }

        foreach (var element in decision.Outcomes.SelectMany(outcome => Steps(outcome, view)))
        {
            yield return element;
        }

        yield return CardLook.Small($"Decided with guidance {decision.GuidanceVersion}.");
    }

    private AdaptiveTextBlock Told(ReporterTold told, string who, string whom, DateTimeOffset now) => told switch
    {
        ReporterTold.Sent sent => CardLook.Words($"{who} told at {dates.Short(sent.At, now)}."),
        ReporterTold.CouldNotReach => new AdaptiveTextBlock($"I could not reach {whom}. Please tell them in person.")
        {
            Wrap = true,
            Weight = AdaptiveTextWeight.Bolder,
            Color = AdaptiveTextColor.Attention,
        },
        ReporterTold.NotYet => CardLook.Words($"T{whom[1..]} is being told."),
        _ => throw new UnreachableException(),
    };

    private IEnumerable<AdaptiveElement> Steps(DecisionOutcome outcome, CaseView view) =>
    [
        CardLook.Heading($"What to do now: {guidance.Label(outcome)}"),
        .. _guidance.ForDoing(outcome, view),
    ];
}
