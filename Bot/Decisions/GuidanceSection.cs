using System.Globalization;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>What an outcome means and how it is done, from the reviewed guidance. Our own words, so Markdown may be used for lists and links.</summary>
internal sealed class GuidanceSection(GuidanceLibrary guidance)
{
    /// <summary>Meaning, when it fits, steps, and where it comes from.</summary>
    public IEnumerable<AdaptiveElement> About(DecisionOutcome outcome, Platform platform)
    {
        var about = guidance.Outcome(outcome);
        yield return Blocks.Words(about.Meaning);
        yield return Blocks.Words($"**When it fits:** {about.WhenItFits}");
        foreach (var element in Steps(outcome, platform))
        {
            yield return element;
        }
    }

    /// <summary>The checklist alone, for after the decision.</summary>
    public IEnumerable<AdaptiveElement> Steps(DecisionOutcome outcome, Platform platform)
    {
        var about = guidance.Outcome(outcome);
        yield return Blocks.Words(Numbered(about.Steps));
        if (outcome == DecisionOutcome.ReportToPlatform)
        {
            var how = guidance.Platform(platform);
            yield return Blocks.Words($"**{guidance.Label(platform)}: how to report**");
            yield return Blocks.Words(Numbered(how.Steps));
            yield return Blocks.Words($"**Who may report:** {how.WhoMayReport}");
            yield return Sources([.. about.Sources, .. how.Sources]);
        }
        else
        {
            yield return Sources(about.Sources);
        }

        if (outcome == DecisionOutcome.LegalAdvice)
        {
            foreach (var element in Referral())
            {
                yield return element;
            }
        }
    }

    private IEnumerable<AdaptiveElement> Referral()
    {
        var (referral, law) = (guidance.Referral, guidance.Law);
        yield return Blocks.Words($"**{referral.Title}**");
        yield return Blocks.Words(referral.Introduction);
        yield return Blocks.Words(Bullets(referral.Steps));
        yield return Blocks.Words($"**{law.Title}** (as at {Date(law.AsAt)})");
        yield return Blocks.Words(Bullets(law.Entries));
        yield return Blocks.Words($"**{law.NotAdvice}**");
    }

    private AdaptiveTextBlock Sources(IEnumerable<Source> sources) => Blocks.Small(
        $"Guidance {guidance.Version}, checked on {Date(guidance.Edition.CheckedOn)}. Sources: "
        + string.Join("; ", sources.DistinctBy(source => source.Url)
            .Select(source => $"[{source.Title}]({source.Url}){(source.PageDate is { } date ? $" ({date})" : "")}")));

    private static string Numbered(IReadOnlyList<string> steps) =>
        string.Join('\n', steps.Select((step, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {step}")));

    /// <summary>Each with a link to where it comes from.</summary>
    private static string Bullets(IEnumerable<Statement> statements) => string.Join('\n', statements.Select(statement =>
        $"- {(statement.Title is { } title ? $"**{title}:** " : "")}{statement.Text} [Source]({statement.Source.Url})"));

    private static string Date(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
