using System.Diagnostics;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>The part of the case card that says which other case may be about the same post, and lets the approver say whether it is.</summary>
internal sealed class TwinSection(CaseDates dates)
{
    public IEnumerable<AdaptiveElement> Draw(CaseView view) => view.Twins.Select(twin => CardLook.Box(
        AdaptiveContainerStyle.Accent,
        CardLook.Words(Sentence(twin)),
        CardLook.Buttons(
        [
            Blocks.Type($"Look at {twin.Case.Reference}", $"{CaseCommand.Word} {twin.Case.Reference}"),
            .. twin.Case.IsOpen ? [Pressed("Same post: put them together", DecisionVerbs.Merge, view.Case, twin)] : Array.Empty<AdaptiveAction>(),
            Pressed("Not the same", DecisionVerbs.NotTheSame, view.Case, twin),
        ])));

    private string Sentence(Twin twin)
    {
        var why = twin.Likeness switch
        {
            Likeness.SameLink => "same link",
            Likeness.SimilarPicture => "very similar picture",
            Likeness.SameLink | Likeness.SimilarPicture => "same link, and a very similar picture",
            _ => throw new UnreachableException(),
        };
        return twin.Case.Decision is { } decision
            ? $"This may be the same post as **{twin.Case.Reference}** ({why}), which was decided on {dates.DayAndTime(decision.At)}."
            : $"This may be the same post as **{twin.Case.Reference}** ({why}).";
    }

    private static AdaptiveExecuteAction Pressed(string title, string verb, Case @case, Twin twin) =>
        Blocks.Press(title, verb, @case, new JProperty(CardFields.Other, twin.Case.Id.ToString()));
}
