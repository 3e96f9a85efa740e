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
        var (managers, unknownManagers) = await NamedAsync(settings.Managers, people, cancellationToken);
        var (deputies, unknownDeputies) = await NamedAsync(settings.Deputies, people, cancellationToken);
        var (partners, unknownPartners) = await NamedAsync(settings.Partners, people, cancellationToken);
        var approvers = new Approvers(managers, deputies)
        {
            Partners = partners,
            UnknownManagers = unknownManagers,
            UnknownDeputies = unknownDeputies,
            UnknownPartners = unknownPartners,
        };
        var everybody = approvers.All.Concat(approvers.Partners).Select(person => person.Id).Distinct();
        return approvers with { Away = await absences.GetAsync(everybody, cancellationToken) };
    }

    private async Task<(IReadOnlyList<Person> People, IReadOnlyList<string> NotKnownYet)> NamedAsync(
        IReadOnlyList<string> wanted, IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var others = await names.FindAsync(wanted.Where(name => people.Named([name]).Count == 0), cancellationToken);
        return (people.Named([.. wanted, .. others.People.Select(id => id.Value)]), others.NotKnownYet);
    }
}
