using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Whether the guidance that people are shown should be read again before anybody relies on it.</summary>
internal sealed class GuidanceReview(GuidanceLibrary guidance, PracticeClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var edition = guidance.Edition;
        return Task.FromResult(edition.IsDueForReview(clock.Today)
            ? Found.Look(
                $"Guidance {edition.Version} was to be reviewed by {PracticeClock.Say(edition.ReviewBy)}.",
                "Install a version of the bot with newer guidance, or have Bot/Guidance/Content reviewed and its reviewBy moved on.")
            : Found.Fine($"Guidance {edition.Version}, to be reviewed by {PracticeClock.Say(edition.ReviewBy)}."));
    }
}
