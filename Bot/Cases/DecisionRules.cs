namespace Rowcroft.TeamsBot.Cases;

/// <summary>What can be decided where. Source: the practice's code of conduct, items 7 and 8, and what each platform lets a page owner do.</summary>
internal static class DecisionRules
{
    /// <summary>The outcomes that are possible for where the post stands, in the order in which a card offers them.</summary>
    public static IReadOnlyList<DecisionOutcome> Possible(ReportedFacts facts) =>
        [.. Enum.GetValues<DecisionOutcome>().Where(outcome => IsPossible(outcome, facts))];

    public static bool IsPossible(DecisionOutcome outcome, ReportedFacts facts) => outcome switch
    {
        // Only comments and visitor posts on the practice's own Facebook page can be deleted by the practice.
        DecisionOutcome.RemoveFromPage => facts is { Platform: Platform.Facebook, Location: PostLocation.OwnPagePost },
        _ => true,
    };

    /// <summary>Acts that can make the proof disappear: they stay locked until evidence is sealed or it is said why there is none.</summary>
    public static bool NeedsEvidence(DecisionOutcome outcome) =>
        outcome is DecisionOutcome.RemoveFromPage or DecisionOutcome.ReportToPlatform;
}
