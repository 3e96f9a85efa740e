using System.Text;
using AdaptiveCards;
using Newtonsoft.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// A case in front of somebody who decides it: what was reported, what can be done about it, and what was done. It stays under
/// <see cref="MaxBytes"/> whatever people wrote, by showing less of long texts.
/// </summary>
internal sealed class CaseCard(GuidanceLibrary guidance, CaseDates dates)
{
    /// <summary>What Teams takes without complaint.</summary>
    public const int MaxBytes = 25_000;

    private static readonly int[] ExcerptLimits = [700, 250, 80];

    private readonly CaseFacts _facts = new(guidance, dates);
    private readonly DecisionForm _form = new(guidance);
    private readonly DecisionRecord _record = new(guidance, dates);
    private readonly TogetherSection _together = new(dates);
    private readonly TwinSection _twins = new(dates);
    private readonly AwaySection _away = new(dates);

    public AdaptiveCard Draw(CaseView view)
    {
        var without = view with { Guide = null };
        (CaseView View, int Limit)[] narrower = [.. ExcerptLimits.Select(limit => (view, limit)), (without, ExcerptLimits[^1]), (without, 0)];
        return narrower.Select(attempt => Draw(attempt.View, attempt.Limit)).First(Fits);
    }

    /// <summary>Whether Teams takes it.</summary>
    public static bool Fits(AdaptiveCard card) =>
        Encoding.UTF8.GetByteCount(JsonConvert.SerializeObject(card)) < MaxBytes;

    /// <param name="limit">How much of each long text; 0 leaves out what was reported, for the sake of what is being typed.</param>
    private AdaptiveCard Draw(CaseView view, int limit)
    {
        var card = CardLook.Card([.. Header(view), .. Body(view, new Excerpts(view.Case, limit)), Keeping(view.Case)]);
        card.Refresh = new AdaptiveRefresh
        {
            Action = Blocks.Press("Show the case as it is now", DecisionVerbs.Refresh, view.Case),
            UserIds = [.. view.RefreshFor],
        };
        return card;
    }

    private IEnumerable<AdaptiveElement> Header(CaseView view)
    {
        var @case = view.Case;
        yield return CardLook.Title($"Case {@case.Reference}");
        yield return new AdaptiveTextBlock(@case.Status == CaseStatus.Reported ? Reported(view) : $"{Reported(view)} · {guidance.Label(@case.Status)}")
        {
            IsSubtle = true,
            Wrap = true,
            Spacing = AdaptiveSpacing.None,
        };
        if (@case.IsOpen)
        {
            yield return new AdaptiveTextBlock(dates.Due(@case, view.Now))
            {
                Wrap = true,
                Spacing = AdaptiveSpacing.None,
                Weight = @case.IsOverdue(view.Now) ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
                Color = @case.IsOverdue(view.Now) ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
            };
        }

        if (@case is { IsOpen: true, Urgency: Urgency.Urgent })
        {
            yield return CardLook.Box(AdaptiveContainerStyle.Attention, CardLook.Words($"**{guidance.Label(Urgency.Urgent)}**"), CardLook.Words(guidance.Danger.Emergency));
        }

        if (@case.Hold is { } hold)
        {
            yield return CardLook.Box(
                AdaptiveContainerStyle.Emphasis,
                CardLook.Words($"**On legal hold** since {dates.DayAndTime(hold.Since)}. Nothing of this case is deleted until the hold is released."),
                CardLook.Fact("Placed by", WrittenWords.OneLine(hold.By.Name, ReportedFacts.MaxShortTextLength)),
                CardLook.Fact("Reason", WrittenWords.OneLine(hold.Reason, ReportedFacts.MaxShortTextLength)));
        }

        if (view.Problem is { } problem)
        {
            yield return Blocks.Problem(problem);
        }

        foreach (var element in _away.Draw(view).Concat(_twins.Draw(view)))
        {
            yield return element;
        }
    }

    /// <summary>What this room does not do itself: the words lead to the room that does.</summary>
    private static AdaptiveActionSet Keeping(Case @case) => CardLook.Buttons(
        @case.Hold is null
            ? Blocks.Type("Legal hold", $"{CaseCommand.Word} {@case.Reference} hold")
            : Blocks.Type("Release the hold", $"{CaseCommand.Word} {@case.Reference} release"),
        Blocks.Type("Record of this case", $"{CaseCommand.Word} {@case.Reference} history"));

    private string Reported(CaseView view) =>
        $"Reported {dates.Age(view.Case.ReportedAt, view.Now)}, {dates.Short(view.Case.ReportedAt, view.Now)}";

    private IEnumerable<AdaptiveElement> Body(CaseView view, Excerpts excerpts) => view.Case switch
    {
        { WithdrawnAt: { } at } =>
        [
            CardLook.Box(
                AdaptiveContainerStyle.Emphasis,
                CardLook.Words($"**Taken back** by the reporter on {dates.DayAndTime(at)}."),
                CardLook.Words("There is nothing to decide. What was reported is no longer shown here; the record of it is kept.")),
        ],
        { Decision: { } decision } =>
        [
            .. _record.Draw(view, decision, excerpts),
            .. _together.Reports(view.Case),
            .. _facts.Draw(view, excerpts),
        ],
        { DuplicateOf: { } into } => [_together.Where(view, into), .. _facts.Draw(view, excerpts)],
        _ when excerpts.Limit == 0 =>
        [
            CardLook.Words("What was reported is left out for now, because what you have typed is so long."),
            .. _form.Draw(view),
        ],
        _ => [.. _together.Reports(view.Case), .. _facts.Draw(view, excerpts), .. _form.Draw(view)],
    };
}
