using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Whether there is anybody who is warned, and who may ask how the bot is.</summary>
internal sealed class AdministratorsCheck(Administrators administrators, Practices practices) : PracticeCheck(practices)
{
    protected override async Task<PracticeFinding> LookAsync(PracticeSettings practice, CancellationToken cancellationToken)
    {
        var found = await administrators.ListAsync(practice.Id, cancellationToken);
        return found.Count > 0
            ? new PracticeFinding(HealthStatus.Healthy, $"People who look after the bot: {found.Count}.")
            : new PracticeFinding(
                HealthStatus.Degraded,
                "Nobody looks after the bot, so nobody is warned before a credential expires.",
                ToDo: "Set Practice:Administrators to the object ids or user principal names of people on the team's roster.");
    }
}
