using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.People.Graph;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Resolves a practice's managers, deputies and partners over its roster: whoever left the team decides nothing any more.</summary>
internal sealed class ApproverDirectory(IRoster roster, Practices practices, NamedPeople names, Absences absences)
{
    /// <exception cref="RosterUnavailableException">The roster cannot be read; whether Graph can be asked changes nothing about that.</exception>
    public async Task<Approvers> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var settings = await practices.GetAsync(practice, cancellationToken);
        var people = await roster.GetAsync(practice, cancellationToken);
        var approvers = new Approvers(
            await NamedAsync(settings.Managers, people, cancellationToken),
            await NamedAsync(settings.Deputies, people, cancellationToken))
        {
            Partners = await NamedAsync(settings.Partners, people, cancellationToken),
        };
        var everybody = approvers.All.Concat(approvers.Partners).Select(person => person.Id).Distinct();
        return approvers with { Away = await absences.GetAsync(everybody, cancellationToken) };
    }

    private async Task<IReadOnlyList<Person>> NamedAsync(IReadOnlyList<string> wanted, IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var others = await names.FindAsync(wanted.Where(name => people.Named([name]).Count == 0), cancellationToken);
        return people.Named([.. wanted, .. others.Select(id => id.Value)]);
    }
}
