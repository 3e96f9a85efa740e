using AdaptiveCards;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>The weekly summary as a card. Text blocks are used freely: nothing in it was typed by anybody.</summary>
internal sealed class SummaryCard(GuidanceLibrary guidance)
{
    public AdaptiveCard Draw(SummaryView view) => new("1.5")
    {
        Speak = SummaryWords.Notification,
        FallbackText = SummaryWords.Notification,
        Body = [.. Heading(view), .. view.Figures.IsQuiet ? [Text(SummaryWords.Quiet)] : Numbers(view.Figures), .. SummaryTrend.Draw(view.Figures.Trend), Foot()],
    };

    private static IEnumerable<AdaptiveElement> Heading(SummaryView view)
    {
        yield return new AdaptiveTextBlock(view.Timing == SummaryTiming.SoFar ? "This week so far" : "Online abuse: the week in numbers")
        {
            Size = AdaptiveTextSize.Large,
            Weight = AdaptiveTextWeight.Bolder,
            Wrap = true,
            AdditionalProperties = { ["style"] = "heading" },
        };
        yield return new AdaptiveTextBlock($"{PracticeClock.Say(view.Week.Monday)} to {PracticeClock.Say(view.Week.LastDay)}")
        {
            IsSubtle = true,
            Spacing = AdaptiveSpacing.None,
            Wrap = true,
        };
        if (view.Timing == SummaryTiming.Late)
        {
            yield return Text(SummaryWords.Late);
        }
    }

    private IEnumerable<AdaptiveElement> Numbers(SummaryFigures figures)
    {
        yield return Totals(figures.Totals);
        if (figures.Totals.New == 0)
        {
            yield return Text(SummaryWords.NothingReported);
        }

        if (figures.Totals.Repeats > 0)
        {
            yield return Text(SummaryWords.CountedOnce(figures.Totals.Repeats));
        }

        var breakdowns = new[]
        {
            Breakdown("Where", figures.Platforms.Select(line => (guidance.Label(line.Platform), line.Count))),
            Breakdown("What", figures.Kinds.Select(line => (guidance.Label(line.Kind), line.Count))),
            Breakdown("What was decided", figures.Outcomes.Select(line => (guidance.Label(line.Outcome), line.Count))),
        };
        foreach (var element in breakdowns.SelectMany(breakdown => breakdown))
        {
            yield return element;
        }

        if (figures.Median is { } median)
        {
            yield return Text(SummaryWords.HalfTook(median));
        }
    }

    private static AdaptiveColumnSet Totals(SummaryTotals totals) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Columns =
        [
            Total("New", totals.New),
            Total("Decided", totals.Decided),
            Total("Open", totals.Open),
            Total("Overdue", totals.Overdue, totals.Overdue > 0 ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default),
        ],
    };

    private static AdaptiveColumn Total(string label, int value, AdaptiveTextColor color = AdaptiveTextColor.Default) => new()
    {
        Width = "stretch",
        Items =
        [
            new AdaptiveTextBlock($"{value}") { Size = AdaptiveTextSize.ExtraLarge, Weight = AdaptiveTextWeight.Bolder, Color = color },
            new AdaptiveTextBlock(label) { Spacing = AdaptiveSpacing.None, IsSubtle = true, Wrap = true },
        ],
    };

    private static IEnumerable<AdaptiveElement> Breakdown(string title, IEnumerable<(string Label, SummaryCount Count)> lines)
    {
        var facts = lines.Select(line => new AdaptiveFact(line.Label, SummaryWords.Say(line.Count))).ToList();
        return facts.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock(title) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium, Wrap = true },
                new AdaptiveFactSet { Facts = facts, Spacing = AdaptiveSpacing.Small },
            ];
    }

    private static AdaptiveTextBlock Foot() => new($"{SummaryWords.Footer} {SummaryWords.SmallCounts}")
    {
        IsSubtle = true,
        Size = AdaptiveTextSize.Small,
        Separator = true,
        Wrap = true,
    };

    private static AdaptiveTextBlock Text(string sentence) => new(sentence) { Wrap = true, Spacing = AdaptiveSpacing.Medium };
}
