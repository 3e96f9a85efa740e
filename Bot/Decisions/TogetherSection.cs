using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>The parts of case cards about merged reports: on the case that decides, and on one that is decided with it.</summary>
internal sealed class TogetherSection(CaseDates dates)
{
    /// <summary>On the case that decides: who else reported the post.</summary>
    public IEnumerable<AdaptiveElement> Reports(Case @case)
    {
        if (@case.Merged.Count == 0)
        {
            yield break;
        }

        yield return CardLook.Heading(@case.Merged.Count == 1 ? "Also reported once" : $"Also reported {@case.Merged.Count} times");
        foreach (var report in @case.Merged)
        {
            var pictures = report.Screenshots switch
            {
                0 => "no screenshot",
                1 => "1 screenshot",
                var count => $"{count} screenshots",
            };
            yield return CardLook.Fact(
                report.Reference.ToString(),
                $"{WrittenWords.OneLine(report.Reporter.Name, ReportedFacts.MaxShortTextLength)}, {dates.DayAndTime(report.ReportedAt)}, {pictures}"
                + (report.WithdrawnAt is null ? "" : " (taken back by its reporter)"));
        }

        yield return CardLook.Buttons(@case.Merged.Select(report => Blocks.Type($"Show {report.Reference}", $"{CaseCommand.Word} {report.Reference}")));
        yield return CardLook.Small("One decision answers all of them. Everybody who reported it is told under their own reference.");
    }

    /// <summary>On a case that is decided with another one.</summary>
    public AdaptiveElement Where(CaseView view, MergedInto into)
    {
        var main = view.Main?.Reference ?? into.Reference;
        return CardLook.Box(
            AdaptiveContainerStyle.Emphasis,
            CardLook.Words($"**Put together** with case **{main}** on {dates.DayAndTime(into.At)}: both are about the same post. It is decided there."),
            CardLook.Fact("Put together by", WrittenWords.OneLine(into.By.Name, ReportedFacts.MaxShortTextLength)),
            CardLook.Buttons(
            [
                Blocks.Type($"Show {main}", $"{CaseCommand.Word} {main}"),
                .. view.Main is { IsOpen: true } open && open.Id == into.Main
                    ? [Blocks.Press("Not the same after all: take apart", DecisionVerbs.TakeApart, view.Case, new JProperty(CardFields.Other, open.Id.ToString()))]
                    : Array.Empty<AdaptiveAction>(),
            ]));
    }
}
