using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>A decision on a case whose screenshots are all sealed, as far as it has any.</summary>
internal static class DecidingWithAllSealed
{
    public static CaseOutcome Decide(this Case current, DecideCommand command, NamedPerson actor, DateTimeOffset now) =>
        current.Decide(command, new EvidenceAtHand(current.Evidence.Count, 0), actor, now);
}
