using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>The part of the case card that says who of those who may decide is away, and from whom a decision is expected.</summary>
internal sealed class AwaySection(CaseDates dates)
{
    public IEnumerable<AdaptiveElement> Draw(CaseView view)
    {
        if (!view.Case.IsOpen || view.Away.Count == 0)
        {
            return [];
        }

        return
        [
            CardLook.Box(
                AdaptiveContainerStyle.Emphasis,
                [.. view.Away.Select(away => IsAway(away, view.Viewer)), Expected(view)]),
        ];
    }

    private AdaptiveRichTextBlock IsAway(AwayApprover away, PersonId? viewer)
    {
        var until = away.Until is { } end ? $" until {dates.Day(end)}" : "";
        return away.Person.Id == viewer
            ? Line($"You are away{until} (automatic reply).")
            : Line(Name(away.Person), $" is away{until} (automatic reply).");
    }

    private static AdaptiveRichTextBlock Expected(CaseView view) => view.Here switch
    {
        [] => Line("Nobody else who may decide is here. Whoever sees this first is asked to decide."),
        [var only] when only.Id == view.Viewer => Line("You are expected to decide this case."),
        var here when here.Any(person => person.Id == view.Viewer) => Line("You and whoever else is here are expected to decide this case."),
        var here => Line(string.Join(", ", here.Select(Name)), " can decide this case meanwhile. So can you."),
    };

    private static string Name(NamedPerson person) => WrittenWords.OneLine(person.Name, ReportedFacts.MaxShortTextLength);

    private static AdaptiveRichTextBlock Line(params IEnumerable<string> texts) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Inlines = [.. texts.Select(text => new AdaptiveTextRun(text))],
    };
}
