using System.Diagnostics;
using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>What the reporter keeps: the reference, what happens next and by when, and the number of each screenshot.</summary>
internal sealed class ReceiptCard(GuidanceLibrary guidance)
{
    /// <param name="due">By when a decision is promised, in words.</param>
    /// <param name="waiting">Screenshots that wait for the virus check.</param>
    /// <param name="page">Where the screenshots can be looked at; <c>null</c> when there is no such page.</param>
    public AdaptiveCard Show(Case @case, string due, Decider decider, IReadOnlySet<EvidenceId>? waiting = null, Uri? page = null) => CardParts.Card(
        [
            new AdaptiveContainer
            {
                Style = decider is Decider.Nobody or Decider.EverybodyIsAway or Decider.DeputyOnlyWhoIsAway ? AdaptiveContainerStyle.Warning : AdaptiveContainerStyle.Good,
                Bleed = true,
                Items = [CardParts.Heading($"Thank you. Your report is {@case.Reference}"), CardParts.Words(Next(decider, due))],
            },
            .. MissingPictures.Remind(@case),
            CardParts.Words(guidance.Sentences.DoNotReply),
            CardParts.Words("Write \"my reports\" at any time to see how it stands. You can take it back until it is decided."),
            .. Numbers(@case.Evidence, waiting ?? new HashSet<EvidenceId>()),
            .. SupportLines.Show(guidance.Support, @case.Reporter.Name),
        ],
        [.. CardParts.SeeWhatYouSent(@case, page), CardParts.Command("My reports", "my reports")]);

    private const string CannotWait = "If it cannot wait, please speak to a GP partner of the practice, and give them this reference. You will get the answer here.";

    private static string Next(Decider decider, string due) => decider switch
    {
        Decider.Manager => $"The practice manager or the deputy will look at it and decide by {due}. You will get the answer here.",
        Decider.DeputyWhileManagerIsAway => $"The practice manager is away at present, so the deputy will look at it and decide by {due}. You will get the answer here.",
        Decider.EverybodyIsAway => $"Everybody who may decide it is away at present, as their automatic replies say. They have it all the same, and it is to be decided by {due}. {CannotWait}",
        Decider.DeputyOnlyWhoIsAway => $"The deputy is to decide it by {due}, but is away at present, as the automatic reply says. The practice manager does not see it. {CannotWait}",
        Decider.DeputyOnly => $"The deputy will look at it and decide by {due}. The practice manager does not see it. You will get the answer here.",
        Decider.Partner => $"A GP partner will look at it and decide by {due}. Neither the practice manager nor the deputy sees it. You will get the answer here.",
        Decider.NotKnownYet => $"It is kept safely. Who decides it cannot be looked up just now; it goes to them as soon as it can, and is to be decided by {due}. {CannotWait}",
        Decider.Nobody => "It is kept safely, but at present nobody is set up who may decide it. Please speak to a GP partner of the practice, and give them this reference.",
        _ => throw new UnreachableException(),
    };

    private IEnumerable<AdaptiveElement> Numbers(IReadOnlyList<SealedEvidence> screenshots, IReadOnlySet<EvidenceId> waiting) => screenshots.Count == 0
        ? []
        :
        [
            CardParts.Subheading("Receipt for your screenshots"),
            .. screenshots.SelectMany(screenshot => Number(screenshot, waiting.Contains(screenshot.Id))),
            CardParts.Small(guidance.Sentences.HashReceipt),
        ];

    private static IEnumerable<AdaptiveElement> Number(SealedEvidence screenshot, bool waits) =>
    [
        CardParts.Fact(screenshot.Name, FileSize.Say(screenshot.Size)),
        new AdaptiveTextBlock(screenshot.Sha256)
        {
            Wrap = true,
            FontType = AdaptiveFontType.Monospace,
            Size = AdaptiveTextSize.Small,
            IsSubtle = true,
            Spacing = AdaptiveSpacing.None,
        },
        .. waits ? [CardParts.Small("It waits for the virus check. Until then nobody is shown it.")] : Array.Empty<AdaptiveElement>(),
    ];
}
