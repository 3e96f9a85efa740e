using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Whether it is known who belongs to the practice. Nobody else is let in.</summary>
internal sealed class RosterCheck(IRoster roster, Practices practices) : PracticeCheck(practices)
{
    protected override async Task<PracticeFinding> LookAsync(PracticeSettings practice, CancellationToken cancellationToken)
    {
        try
        {
            var people = await roster.GetAsync(practice.Id, cancellationToken);
            return people.Count > 0
                ? new PracticeFinding(HealthStatus.Healthy, $"People on the roster of the practice's team: {people.Count}.")
                : new PracticeFinding(
                    HealthStatus.Degraded,
                    "The bot is in no team, so it turns everybody away.",
                    ToDo: "Add the bot to the practice's team in Teams; Practice:TeamId, when it is set, must be that team.");
        }
        catch (RosterUnavailableException)
        {
            return new PracticeFinding(
                HealthStatus.Unhealthy,
                "Teams does not say who is on the roster, so nobody is let in.",
                ToDo: "Look at the line about the registration first. If that is fine, remove the bot from the team and add it again.");
        }
    }
}
