using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>A picture that was missing has come after the report.</summary>
internal sealed class LatePictureCard(GuidanceLibrary guidance, PracticeClock clock)
{
    /// <summary>More reports than this are not offered; nobody waits for pictures in so many.</summary>
    private const int MostOffered = 8;

    private const string Which = "Which report is it for?";

    public AdaptiveCard Added(Case @case, IReadOnlyList<SealedEvidence> added) => CardParts.Card(
        [
            CardParts.Heading($"Thank you. It is now with your report {@case.Reference}"),
            .. ScreenshotsCard.Kept(added),
            .. @case.MissingEvidence == 0 ? [CardParts.Words("Nothing is missing any more. The people who decide are told.")] : MissingPictures.Remind(@case),
            CardParts.Small(guidance.Sentences.HashReceipt),
        ]);

    public AdaptiveCard Ask(IReadOnlyList<Case> cases, IReadOnlyList<SealedEvidence> kept, CaseId waiting) => CardParts.Card(
        [CardParts.Heading(Which), .. ScreenshotsCard.Kept(kept), .. cases.Take(MostOffered).Select(@case => One(@case, waiting))],
        [Press("None of these: delete it", ReportVerbs.LateForNone, waiting)]);

    public static AdaptiveCard Answered(string sentence) => CardParts.Card([CardParts.Subheading(Which), CardParts.Small(sentence)]);

    private AdaptiveContainer One(Case @case, CaseId waiting) => new()
    {
        Separator = true,
        Spacing = AdaptiveSpacing.Medium,
        Items =
        [
            CardParts.Small($"Sent on {clock.Say(@case.ReportedAt)}. {guidance.Label(@case.Facts.Platform)}. {string.Join("; ", @case.Facts.Kinds.Select(guidance.Label))}."),
            new AdaptiveActionSet { Actions = [Press($"It is for {@case.Reference}", ReportVerbs.Late, waiting, @case)] },
        ],
    };

    private static AdaptiveSubmitAction Press(string title, string verb, CaseId waiting, Case? @case = null) => new()
    {
        Title = title,
        AssociatedInputs = AdaptiveAssociatedInputs.None,
        Data = new JObject
        {
            [Submission.VerbKey] = verb,
            [Submission.DraftKey] = waiting.ToString(),
            [Submission.CaseKey] = @case?.Id.ToString(),
        },
    };
}
