using System.Globalization;
using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>
/// New reports in the last weeks: Teams' bar chart, which old clients and phones do not know, and always the same numbers as text.
/// </summary>
internal static class SummaryTrend
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static IEnumerable<AdaptiveElement> Draw(IReadOnlyList<(SummaryWeek Week, int Count)> trend) =>
    [
        new AdaptiveTextBlock($"New reports, the last {trend.Count} weeks")
        {
            Weight = AdaptiveTextWeight.Bolder,
            Spacing = AdaptiveSpacing.Medium,
            Wrap = true,
        },
        new AdaptiveUnknownElement
        {
            Type = "Chart.VerticalBar",
            Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock(SummaryWords.NoChart) { IsSubtle = true, Wrap = true }),
            AdditionalProperties =
            {
                ["title"] = "New reports by week",
                ["xAxisTitle"] = "Week from",
                ["yAxisTitle"] = "New reports",
                ["data"] = new JArray(trend.Select(point => new JObject { ["x"] = Day(point.Week), ["y"] = point.Count })),
            },
        },
        new AdaptiveTextBlock(string.Join(", ", trend.Select(point => $"{Day(point.Week)}: {point.Count}"))) { Wrap = true },
    ];

    private static string Day(SummaryWeek week) => week.Monday.ToString("d MMM", British);
}
