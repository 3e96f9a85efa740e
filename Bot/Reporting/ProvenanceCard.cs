using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Four taps that make a picture usable as evidence. None of them is needed.</summary>
internal static class ProvenanceCard
{
    public const string Taker = "taker";
    public const string Device = "device";
    public const string WholeScreen = "wholeScreen";
    public const string SeenHow = "seenHow";

    private const string Title = "About your screenshots";

    /// <param name="closed">The post stands in a group or a private chat.</param>
    public static AdaptiveCard Ask(ReportDraft draft, bool closed, GuidanceLibrary guidance)
    {
        var said = draft.Provenance ?? EvidenceProvenance.NotSaid;
        return CardParts.Card(
            [
                CardParts.Heading(Title),
                CardParts.Words("Four taps help a platform or the police to trust them. Leave out what you do not know."),
                .. closed ? [Closed()] : Array.Empty<AdaptiveElement>(),
                Choice<EvidenceTaker>(Taker, "Who took them?", guidance.Label, said.Taker),
                Choice<EvidenceDevice>(Device, "On what?", guidance.Label, said.Device),
                Choice<WholeScreen>(WholeScreen, "Is the whole screen in view, with address and time?", guidance.Label, said.WholeScreen),
                Choice<SeenHow>(SeenHow, "How did you come to see the post?", guidance.Label, said.SeenHow),
            ],
            [
                CardParts.PressWithInputs("Continue", ReportVerbs.Provenance, draft),
                CardParts.Press("Skip", ReportVerbs.NoProvenance, draft),
            ]);
    }

    public static EvidenceProvenance Read(Submission submission) => new(
        FormCheck.Choice<EvidenceTaker>(submission.Filled(Taker)),
        FormCheck.Choice<EvidenceDevice>(submission.Filled(Device)),
        FormCheck.Choice<WholeScreen>(submission.Filled(WholeScreen)),
        FormCheck.Choice<SeenHow>(submission.Filled(SeenHow)));

    public static AdaptiveCard Answered(EvidenceProvenance said, GuidanceLibrary guidance) =>
        CardParts.Card([CardParts.Subheading(Title), .. Facts(said, guidance)]);

    public static AdaptiveCard Moved() => CardParts.Card([CardParts.Subheading(Title), CardParts.Small("These questions now stand further down.")]);

    /// <summary>What was answered, for whoever answered it.</summary>
    public static IEnumerable<AdaptiveElement> Facts(EvidenceProvenance said, GuidanceLibrary guidance) => said == EvidenceProvenance.NotSaid
        ? [CardParts.Small("You said nothing about how they were taken.")]
        :
        [
            CardParts.Fact("Who took them", Or(said.Taker, guidance.Label)),
            CardParts.Fact("On what", Or(said.Device, guidance.Label)),
            CardParts.Fact("Whole screen in view", Or(said.WholeScreen, guidance.Label)),
            CardParts.Fact("How you came to see it", Or(said.SeenHow, guidance.Label)),
        ];

    private static string Or<T>(T? said, Func<T, string> label)
        where T : struct => said is { } answer ? label(answer) : "Not said";

    private static AdaptiveContainer Closed() => new()
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Items = [CardParts.Words("From a closed group or a private chat: only what you saw lawfully, as a member or because it was sent to you. Never use somebody else's log-in or a false profile.")],
    };

    /// <summary>All choices in view: one tap each, also on a phone.</summary>
    private static AdaptiveChoiceSetInput Choice<T>(string id, string label, Func<T, string> labelOf, T? said)
        where T : struct, Enum => new()
        {
            Id = id,
            Label = label,
            Style = AdaptiveChoiceInputStyle.Expanded,
            Wrap = true,
            Value = said?.ToString(),
            Choices = [.. Enum.GetValues<T>().Select(choice => new AdaptiveChoice { Title = labelOf(choice), Value = choice.ToString() })],
        };
}
