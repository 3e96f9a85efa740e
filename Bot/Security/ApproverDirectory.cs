using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.People.Graph;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Resolves the configured managers and deputies over the roster: whoever left the team decides nothing any more.</summary>
internal sealed class ApproverDirectory(IRoster roster, NamedPeople names, Absences absences, IOptions<PracticeOptions> options)
{
    /// <exception cref="RosterUnavailableException">The roster cannot be read; whether Graph can be asked changes nothing about that.</exception>
    public async Task<Approvers> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var people = await roster.GetAsync(practice, cancellationToken);
        var approvers = new Approvers(
            await NamedAsync(options.Value.Managers, people, cancellationToken),
            await NamedAsync(options.Value.Deputies, people, cancellationToken));
        return approvers with { Away = await absences.GetAsync(approvers.All.Select(person => person.Id), cancellationToken) };
    }

    private async Task<List<Person>> NamedAsync(IEnumerable<string> configured, IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var wanted = configured.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = await names.FindAsync(wanted.Where(name => !people.Any(person => IsCalled(person, name))), cancellationToken);
        return [.. people.Where(person => wanted.Any(name => IsCalled(person, name)) || others.Contains(person.Id))];
    }

    private static bool IsCalled(Person person, string name) =>
        name.Equals(person.Id.Value, StringComparison.OrdinalIgnoreCase) || name.Equals(person.Upn, StringComparison.OrdinalIgnoreCase);
}
