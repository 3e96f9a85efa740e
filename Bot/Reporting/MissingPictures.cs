using AdaptiveCards;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Pictures that were pasted and that Teams would not hand over. Teams hands attached files over by another way, so the same picture is
/// asked for as a file, and counts as missing until something has come.
/// </summary>
internal static class MissingPictures
{
    /// <summary>More than this are not counted; no report may have so many.</summary>
    private const int Most = 50;

    private const string HowToAttach = "Press + or the paperclip below the message box, choose Attach file, and pick the picture.";

    /// <param name="before">How many were missing before this message.</param>
    /// <param name="received">What became of what the message offers, one for each.</param>
    public static int After(int before, IReadOnlyList<OfferedPicture> offered, IReadOnlyList<EvidenceOutcome> received)
    {
        var settled = received.OfType<EvidenceOutcome.Sealed>().Count();
        var added = offered.Zip(received).Count(one => one.First.Source == OfferedAs.Pasted && NotHandedOver(one.Second));
        return Math.Min(Most, Math.Max(0, before - settled) + added);
    }

    /// <summary>For whoever is still making the report.</summary>
    public static IEnumerable<AdaptiveElement> Ask(int missing) => missing == 0
        ? []
        :
        [
            Box(
                missing,
                $"Teams did not hand over what you pasted. That is a known fault of Teams. Please send {(missing == 1 ? "the same picture" : "the same pictures")} as a file. {HowToAttach}"),
        ];

    /// <summary>For whoever has sent the report.</summary>
    public static IEnumerable<AdaptiveElement> Remind(Case @case) => @case is { IsOpen: true, MissingEvidence: > 0 and var missing }
        ? [Box(missing, $"Please send {(missing == 1 ? "it" : "them")} here as a file, whenever you can. {HowToAttach} It goes to report {@case.Reference}.")]
        : [];

    private static AdaptiveContainer Box(int missing, string sentence) => new()
    {
        Style = AdaptiveContainerStyle.Warning,
        Items = [CardParts.Subheading($"Evidence missing: {(missing == 1 ? "1 screenshot" : $"{missing} screenshots")}"), CardParts.Words(sentence)],
    };

    private static bool NotHandedOver(EvidenceOutcome outcome) => outcome is EvidenceOutcome.Refused
    {
        Reason: EvidenceRefusal.AccessDenied or EvidenceRefusal.NoLongerThere or EvidenceRefusal.TimedOut or EvidenceRefusal.Unreachable,
    };
}
