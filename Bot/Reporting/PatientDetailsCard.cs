using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Points out what looks like a patient's details, with stars, and what can be done about it.</summary>
internal static class PatientDetailsCard
{
    public const string Reason = "reason";

    private const string Title = "Is this a patient's detail?";

    /// <param name="problem">Why the last answer was not taken.</param>
    public static AdaptiveCard Ask(ReportDraft draft, IReadOnlyList<PointedOut> found, string? problem) => CardParts.Card(
        [
            CardParts.Heading(Title),
            .. problem is null ? [] : (AdaptiveElement[])[CardParts.Problem(problem)],
            CardParts.Words("This looks like an NHS number or a date of birth. It is hardly ever needed here. Nothing has been sent yet."),
            .. found.Where(one => one.File is null).Select(one => CardParts.Fact(one.Where, one.Detail.Said)),
            .. found.Select(one => one.File).OfType<SealedEvidence>().DistinctBy(file => file.Id).Select(Name),
            .. found.Any(one => one.File is not null) ? [CardParts.Small("Only the shown name changes. The picture stays as it is.")] : Array.Empty<AdaptiveElement>(),
        ],
        [
            Hide(draft),
            .. found.Any(one => one.File is null) ? [CardParts.Press("Change it myself", ReportVerbs.ChangeDetails, draft)] : Array.Empty<AdaptiveAction>(),
            Keep(draft),
        ]);

    public static AdaptiveCard Hidden() => Closed("I put stars in their place.");

    public static AdaptiveCard Changing() => Closed("You went back to the form.");

    public static AdaptiveCard Kept() => Closed("You kept what you wrote. Your reason goes with the report.");

    public static AdaptiveCard Moved() => Closed("This question now stands further down.");

    public static AdaptiveTextInput WhyNeeded() => new()
    {
        Id = Reason,
        Label = "Why is it needed? The people who decide will see this.",
        IsMultiline = true,
        MaxLength = ReportedFacts.MaxShortTextLength,
    };

    /// <summary>The input that a screenshot's new name comes back in.</summary>
    public static string NameInput(EvidenceId file) => $"name-{file}";

    private static AdaptiveTextInput Name(SealedEvidence file) => new()
    {
        Id = NameInput(file.Id),
        Label = "Name of a screenshot",
        Value = PatientDetails.Mask(file.Name),
    };

    private static AdaptiveSubmitAction Hide(ReportDraft draft) => CardParts.PressWithInputs("Put stars in their place", ReportVerbs.HideDetails, draft);

    private static AdaptiveShowCardAction Keep(ReportDraft draft) => new()
    {
        Title = "Keep what I wrote",
        Card = new AdaptiveCard("1.5")
        {
            Body = [WhyNeeded()],
            Actions = [CardParts.PressWithInputs("Keep it", ReportVerbs.KeepDetails, draft)],
        },
    };

    private static AdaptiveCard Closed(string sentence) => CardParts.Card([CardParts.Subheading(Title), CardParts.Small(sentence)]);
}
