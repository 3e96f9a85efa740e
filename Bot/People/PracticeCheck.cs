using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// Looks at something of each practice that the bot serves. The result is the worst of them; what was found in each is in its data, under
/// the practice's id, for that practice's administrators alone.
/// </summary>
internal abstract class PracticeCheck(Practices practices) : IHealthCheck
{
    /// <summary>For checks that tell people what to see to. Nothing gets better when another instance answers, so they never turn readiness into 503.</summary>
    public const string Tag = "practice";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new Dictionary<string, object>();
        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            findings[practice.Id.Value] = await LookOrNotAsync(practice, cancellationToken);
        }

        var all = findings.Values.Cast<PracticeFinding>().ToList();
        var sentence = all.Count == 1 ? all[0].Sentence : string.Join(' ', all.GroupBy(one => one.Sentence).Select(same => $"{same.Key} ({same.Count()} practices.)"));
        return new HealthCheckResult(all.Min(finding => finding.Status), sentence, data: findings);
    }

    protected abstract Task<PracticeFinding> LookAsync(PracticeSettings practice, CancellationToken cancellationToken);

    private async Task<PracticeFinding> LookOrNotAsync(PracticeSettings practice, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(practice, cancellationToken);
        }
        catch (RosterUnavailableException)
        {
            return new PracticeFinding(HealthStatus.Degraded, "The roster cannot be read at present.", ToDo: "See what the roster's own line says.");
        }
    }
}
