using System.Diagnostics;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// The part of the case card on how far the evidence can be relied on: what has not come yet, where the screenshots come from as the
/// reporter says, and what the reporter did not say.
/// </summary>
internal static class EvidenceGaps
{
    public static IEnumerable<AdaptiveElement> Draw(Case @case) => [.. Missing(@case), .. Provenance(@case), .. Kept(@case)];

    private static IEnumerable<AdaptiveElement> Missing(Case @case) => @case switch
    {
        { MissingEvidence: 0 } => [],
        { IsOpen: true } =>
        [
            CardLook.Box(
                AdaptiveContainerStyle.Warning,
                CardLook.Words($"**Evidence missing: {Count(@case)}.** The reporter sent more, but Teams did not hand it over. I have asked for it again, as a file, and tell you when it comes.")),
        ],
        _ => [CardLook.Small($"Evidence missing: {Count(@case)} never came, because Teams did not hand it over.")],
    };

    private static IEnumerable<AdaptiveElement> Provenance(Case @case)
    {
        if (@case.Evidence.Count == 0)
        {
            yield break;
        }

        var said = @case.Provenance ?? EvidenceProvenance.NotSaid;
        (string Gap, string Label, string? Answer)[] answers =
        [
            ("who took it", "Taken by", said.Taker is { } taker ? Say(taker) : null),
            ("on what it was taken", "Taken on", said.Device is { } device ? Say(device) : null),
            ("whether the whole screen is in view", "Whole screen, with address and time", said.WholeScreen is { } whole ? Say(whole) : null),
            ("how the reporter came to see it", "How the reporter saw it", said.SeenHow is { } seen ? Say(seen) : null),
        ];
        yield return CardLook.Heading("Where it comes from, as the reporter says");
        foreach (var (_, label, answer) in answers)
        {
            if (answer is not null)
            {
                yield return CardLook.Fact(label, answer);
            }
        }

        if (answers.Where(one => one.Answer is null).Select(one => one.Gap).ToList() is { Count: > 0 } gaps)
        {
            yield return CardLook.Words($"**Not said:** {string.Join("; ", gaps)}.");
        }
    }

    private static IEnumerable<AdaptiveElement> Kept(Case @case) => @case.KeptDetails is { } kept ? Details("The report", kept) : [];

    /// <summary>Patients' details that were sent on purpose. They are not shown here, only where they stand and why.</summary>
    public static IEnumerable<AdaptiveElement> Details(string what, KeptPatientDetails kept) =>
    [
        CardLook.Box(
            AdaptiveContainerStyle.Emphasis,
            [
                CardLook.Words($"**{what} holds what looks like a patient's details.** Please pass on no more of it than is needed."),
                .. kept.Masked.Take(MostShown).Select(one => CardLook.Fact("Kept", WrittenWords.OneLine(one, ReportedFacts.MaxShortTextLength))),
                .. kept.Masked.Count > MostShown ? [CardLook.Small($"And {kept.Masked.Count - MostShown} more.")] : Array.Empty<AdaptiveElement>(),
                CardLook.Fact("Why", WrittenWords.OneLine(kept.Reason, ReportedFacts.MaxShortTextLength)),
            ]),
    ];

    private const int MostShown = 3;

    private static string Count(Case @case) => @case.MissingEvidence == 1 ? "1 screenshot" : $"{@case.MissingEvidence} screenshots";

    private static string Say(EvidenceTaker taker) => taker switch
    {
        EvidenceTaker.Reporter => "the reporter",
        EvidenceTaker.Colleague => "a colleague",
        EvidenceTaker.SomebodyElse => "somebody else",
        _ => throw new UnreachableException(),
    };

    private static string Say(EvidenceDevice device) => device switch
    {
        EvidenceDevice.Phone => "a phone or tablet",
        EvidenceDevice.Computer => "a computer",
        _ => throw new UnreachableException(),
    };

    private static string Say(WholeScreen whole) => whole switch
    {
        WholeScreen.Yes => "yes",
        WholeScreen.No => "no, or not all of it",
        _ => throw new UnreachableException(),
    };

    private static string Say(SeenHow seen) => seen switch
    {
        SeenHow.Public => "it is public",
        SeenHow.Member => "as a member or follower",
        SeenHow.SentToReporter => "it was sent to them",
        SeenHow.ShownToReporter => "somebody showed it to them",
        _ => throw new UnreachableException(),
    };
}
