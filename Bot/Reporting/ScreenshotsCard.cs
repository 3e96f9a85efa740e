using System.Diagnostics;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>The upload step: how to send screenshots, then what was kept and what was not.</summary>
internal static class ScreenshotsCard
{
    private const string Title = "Screenshots";

    public static AdaptiveCard Ask(ReportDraft draft, IReadOnlyList<SealedEvidence> kept, GuidanceLibrary guidance) => CardParts.Card(
        [
            CardParts.Heading(Title),
            Never(guidance.SexualImage),
            CardParts.Words("Have you got a screenshot? Send it now as a message in this chat: paste it, or attach it with the paperclip or the + below. Up to 10 pictures (PNG, JPEG, GIF or WebP), each up to 20 MB."),
            CardParts.Words("Best is the whole screen, with the address, the name and the date in view. Press Done after the last one."),
            CardParts.Small(guidance.Sentences.OriginalInOneDrive),
            .. Kept(kept),
            .. MissingPictures.Ask(draft.MissingEvidence),
        ],
        Buttons(draft, kept));

    public static AdaptiveCard Received(ReportDraft draft, IReadOnlyList<SealedEvidence> kept, IReadOnlyList<EvidenceOutcome> received) => CardParts.Card(
        [
            CardParts.Heading(Title),
            .. received.Select(NotKept).OfType<AdaptiveElement>(),
            .. Kept(kept),
            .. MissingPictures.Ask(draft.MissingEvidence),
            CardParts.Words(draft.MissingEvidence == 0 ? "Send more, or press Done." : "You can also press Done now, and send it after your report."),
        ],
        Buttons(draft, kept));

    public static AdaptiveCard Answered(IReadOnlyList<SealedEvidence> kept, int missing) => CardParts.Card(
        [
            CardParts.Subheading(Title),
            .. kept.Count == 0 && missing == 0 ? [CardParts.Words("You sent none.")] : Kept(kept),
            .. missing == 0 ? [] : (AdaptiveElement[])[CardParts.Small($"{missing} could not be fetched from Teams and {(missing == 1 ? "is" : "are")} still missing.")],
        ]);

    /// <summary>What became of pictures that came when something else was asked, or after the report.</summary>
    public static AdaptiveCard Came(IReadOnlyList<EvidenceOutcome> received, int missing) => CardParts.Card(
        [
            CardParts.Subheading(Title),
            .. received.Select(NotKept).OfType<AdaptiveElement>(),
            .. Kept([.. received.OfType<EvidenceOutcome.Sealed>().Select(one => one.Evidence)]),
            .. MissingPictures.Ask(missing),
        ]);

    public static AdaptiveCard Moved(GuidanceLibrary guidance) => CardParts.Card(
        [CardParts.Subheading(Title), CardParts.Words(guidance.SexualImage.Never), CardParts.Small("The list of your screenshots now stands further down.")]);

    /// <summary>What is kept: name, size and the first digits of the number that is its receipt.</summary>
    public static IEnumerable<AdaptiveElement> Kept(IReadOnlyList<SealedEvidence> kept) => kept.Count == 0
        ? []
        :
        [
            CardParts.Subheading(kept.Count == 1 ? "1 screenshot is kept" : $"{kept.Count} screenshots are kept"),
            .. kept.Select(one => CardParts.Fact(one.Name, $"{FileSize.Say(one.Size)}, number {one.Sha256[..8]}…")),
        ];

    private static IEnumerable<AdaptiveAction> Buttons(ReportDraft draft, IReadOnlyList<SealedEvidence> kept) =>
    [
        Done(draft),
        .. draft.MissingEvidence > 0 ? [CardParts.Press("Nothing is missing", ReportVerbs.AllHere, draft)]
            : kept.Count == 0 ? [CardParts.Press("I have none", ReportVerbs.None, draft)]
            : Array.Empty<AdaptiveAction>(),
    ];

    private static AdaptiveSubmitAction Done(ReportDraft draft) => CardParts.Press("Done", ReportVerbs.Done, draft, "positive");

    private static AdaptiveContainer Never(SexualImageGuidance guidance) => new()
    {
        Style = AdaptiveContainerStyle.Warning,
        Bleed = true,
        Items = [CardParts.Words(guidance.Never), CardParts.Small("Is that what you want to report? Go on to the next card, press Change there, and choose \"Sexual image\".")],
    };

    private static AdaptiveRichTextBlock? NotKept(EvidenceOutcome outcome) => outcome switch
    {
        EvidenceOutcome.Sealed { WaitsForScan: true } waiting =>
            CardParts.Fact(waiting.Evidence.Name, "kept, waiting for the virus check. Until then nobody is shown it."),
        EvidenceOutcome.Sealed => null,
        EvidenceOutcome.AlreadyAdded already => CardParts.Fact("Already there", already.Evidence.Name),
        EvidenceOutcome.Refused refused => new AdaptiveRichTextBlock
        {
            Inlines =
            [
                new AdaptiveTextRun("Not kept: ") { Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention },
                new AdaptiveTextRun(refused.Name + ". " + refused.Sentence),
            ],
        },
        _ => throw new UnreachableException(),
    };
}
