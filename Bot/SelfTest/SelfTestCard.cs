using AdaptiveCards;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>A self-test as a card: what is broken, then what to look at, each with the one thing to do; then what is fine.</summary>
internal static class SelfTestCard
{
    public const string Summary = "The result of the bot's self-test";

    /// <param name="when">In the practice's zone.</param>
    public static AdaptiveCard Draw(IReadOnlyList<CheckedLine> lines, string when) => new("1.5")
    {
        Body =
        [
            new AdaptiveTextBlock("Self-test")
            {
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                Wrap = true,
                AdditionalProperties = { ["style"] = "heading" },
            },
            new AdaptiveTextBlock(Heading(lines)) { Wrap = true, Spacing = AdaptiveSpacing.None },
            .. lines.Select(Line),
            new AdaptiveTextBlock($"{when}. Fine means that it was tried just now and works.")
            {
                Size = AdaptiveTextSize.Small,
                IsSubtle = true,
                Wrap = true,
                Separator = true,
                Spacing = AdaptiveSpacing.Medium,
            },
        ],
        AdditionalProperties = { ["msteams"] = new JObject { ["width"] = "Full" } },
    };

    private static string Heading(IReadOnlyList<CheckedLine> lines)
    {
        var (broken, look) = (lines.Count(line => line.Status == HealthStatus.Unhealthy), lines.Count(line => line.Status == HealthStatus.Degraded));
        return (broken, look) switch
        {
            (0, 0) => $"All {lines.Count} checks are fine.",
            (0, _) => $"Nothing is broken. To look at: {look}.",
            (_, 0) => $"Broken: {broken}.",
            _ => $"Broken: {broken}. To look at: {look}.",
        };
    }

    private static AdaptiveColumnSet Line(CheckedLine line) => new()
    {
        Spacing = AdaptiveSpacing.Medium,
        Columns =
        [
            new AdaptiveColumn { Width = "64px", Items = [State(line.Status)] },
            new AdaptiveColumn { Width = "stretch", Items = [.. Words(line)] },
        ],
    };

    /// <summary>The word says it; the colour only helps.</summary>
    private static AdaptiveTextBlock State(HealthStatus status)
    {
        var (word, color) = status switch
        {
            HealthStatus.Unhealthy => ("Broken", AdaptiveTextColor.Attention),
            HealthStatus.Degraded => ("Look", AdaptiveTextColor.Warning),
            _ => ("Fine", AdaptiveTextColor.Good),
        };
        return new AdaptiveTextBlock(word) { Weight = AdaptiveTextWeight.Bolder, Color = color };
    }

    /// <summary>In text runs, because the sentences can hold people's names.</summary>
    private static IEnumerable<AdaptiveElement> Words(CheckedLine line)
    {
        yield return new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun(line.Title) { Weight = AdaptiveTextWeight.Bolder } } };
        yield return new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.None, Inlines = { new AdaptiveTextRun(line.Sentence) } };
        if (line.ToDo is { } toDo)
        {
            yield return new AdaptiveRichTextBlock
            {
                Spacing = AdaptiveSpacing.Small,
                Inlines = { new AdaptiveTextRun("To do: ") { Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun(toDo) },
            };
        }
    }
}
