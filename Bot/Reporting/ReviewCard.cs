using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Everything that would be sent.</summary>
internal sealed class ReviewCard(GuidanceLibrary guidance)
{
    private const string Title = "Is this right?";

    /// <param name="facts"><c>null</c> when the form no longer fits, because somebody has left: it is asked again before anything is sent.</param>
    public AdaptiveCard Ask(ReportDraft draft, ReportedFacts? facts, IReadOnlyList<SealedEvidence> kept) => CardParts.Card(
        [
            CardParts.Heading(Title),
            .. draft.Urgency == Urgency.Urgent ? [CardParts.Problem(guidance.Label(Urgency.Urgent))] : Array.Empty<AdaptiveElement>(),
            .. facts is null
                ? [CardParts.Problem("Something in the form no longer fits. Please press Change and look at it again.")]
                : FilledFormCard.Facts(facts, guidance),
            .. kept.Count == 0 ? [CardParts.Subheading("No screenshots")] : ScreenshotsCard.Kept(kept),
            .. kept.Count > 0 && draft.Provenance is { } said ? ProvenanceCard.Facts(said, guidance) : [],
            .. MissingPictures.Ask(draft.MissingEvidence),
            .. Details(PointedOut.StillThere(draft, kept)),
            CardParts.Small("Nothing is sent until you press Send."),
        ],
        [
            CardParts.Press("Send", ReportVerbs.Send, draft, "positive"),
            CardParts.Press("Change", ReportVerbs.Change, draft),
            CardParts.Press("Cancel", ReportVerbs.Cancel, draft),
        ]);

    private static IEnumerable<AdaptiveElement> Details(KeptPatientDetails? kept) => kept is null
        ? []
        : [CardParts.Subheading("You keep these details"), .. kept.Masked.Select(one => CardParts.Fact("Kept", one)), CardParts.Fact("Why", kept.Reason)];

    public static AdaptiveCard Sending() => Closed("You pressed Send. Your receipt follows.");

    public static AdaptiveCard Changing() => Closed("You went back to the form.");

    public static AdaptiveCard Moved() => Closed("This card now stands further down.");

    private static AdaptiveCard Closed(string sentence) => CardParts.Card([CardParts.Subheading(Title), CardParts.Small(sentence)]);
}
