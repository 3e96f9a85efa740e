using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Whether somebody decides, and whether each of them can be told of a case.</summary>
internal sealed class ApproversCheck(ApproverDirectory directory, Contacts contacts, Practices practices) : PracticeCheck(practices)
{
    private static readonly PracticeFinding NotYet = new(
        HealthStatus.Degraded, "Nobody decides yet, because the bot is in no team.", ToDo: "Add the bot to the practice's team in Teams.");

    protected override async Task<PracticeFinding> LookAsync(PracticeSettings practice, CancellationToken cancellationToken)
    {
        var approvers = await directory.GetAsync(practice.Id, cancellationToken);
        var all = approvers.All.Concat(approvers.Partners).DistinctBy(person => person.Id).ToList();
        if (all.Count == 0)
        {
            return practice.TeamId is null ? NotYet : new PracticeFinding(
                HealthStatus.Unhealthy,
                "Nobody decides: no report is seen by anybody.",
                ToDo: "Write setup to the bot and choose them; where the card shows them as fixed, set Practice:Managers and Practice:Deputies to the object ids or user principal names of people on the team's roster.");
        }

        var (away, unmet) = (new List<Person>(), new List<Person>());
        foreach (var person in all)
        {
            var contact = await contacts.FindAsync(practice.Id, person.Id, cancellationToken);
            if (contact is not { Reachable: true })
            {
                (contact is null ? unmet : away).Add(person);
            }
        }

        return away.Count > 0 ? Unreachable(all, away) : Reachable(practice, approvers, all, unmet);
    }

    private static PracticeFinding Unreachable(List<Person> all, List<Person> away) => new(
        away.Count == all.Count ? HealthStatus.Unhealthy : HealthStatus.Degraded,
        $"Those who decide: {all.Count}. Cannot be reached in Teams: {away.Count}.",
        $"Those who decide: {all.Count}. Cannot be reached in Teams: {string.Join(", ", away.Select(person => person.Name))}.",
        "Have them open Teams, Apps, this bot, Add, and write it a word: what waits for them comes at once.");

    /// <summary>Through the team the bot may write to people who never opened it; whether Teams lets it is known once it has.</summary>
    private static PracticeFinding Untried(List<Person> all, List<Person> unmet) => new(
        HealthStatus.Healthy,
        $"Those who decide: {all.Count}. Never wrote to the bot, so that the first message to them will show whether they can be reached: {unmet.Count}.",
        $"Those who decide: {all.Count}. Never wrote to the bot, so that the first message to them will show whether they can be reached: {string.Join(", ", unmet.Select(person => person.Name))}.");

    private static PracticeFinding Reachable(PracticeSettings practice, Approvers approvers, List<Person> all, List<Person> unmet)
    {
        var missing = practice.Managers.Concat(practice.Deputies).Concat(practice.Partners).Where(one => !string.IsNullOrWhiteSpace(one))
            .Distinct(StringComparer.OrdinalIgnoreCase).Count() - all.Count;
        return missing > 0 ? new PracticeFinding(
                HealthStatus.Degraded,
                $"Those who decide: {all.Count}. Named in the settings, and not found on the roster: {missing}.",
                $"On the roster, and decide: {string.Join(", ", all.Select(person => person.Name))}. Named in the settings, and not found on the roster: {missing}.",
                "Correct Practice:Managers, Practice:Deputies and Practice:Partners, or add the missing people to the team.")
            : all.All(person => approvers.IsManager(person.Id)) ? new PracticeFinding(
                HealthStatus.Degraded,
                "Nobody decides when a case is about a manager.",
                ToDo: "Write setup to the bot and choose a deputy who is no manager; where the card shows it as fixed, set Practice:Deputies.")
            : unmet.Count > 0 ? Untried(all, unmet)
            : new PracticeFinding(HealthStatus.Healthy, $"Those who decide: {all.Count}. All can be reached.");
    }
}
