using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.People.Graph;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Who decides in a practice, as configured and found on its roster at this moment.</summary>
internal sealed record Approvers(IReadOnlyList<Person> Managers, IReadOnlyList<Person> Deputies)
{
    /// <summary>Those who decide when neither a manager nor a deputy may.</summary>
    public IReadOnlyList<Person> Partners { get; init; } = [];

    /// <summary>
    /// Names configured for managers of which it is not known yet whom they stand for, because Graph has not said. They may be anybody, so
    /// nobody takes their place meanwhile, and a case about a colleague of such a name is one about a manager. A sign-in name does not say
    /// what somebody is called: while there is one, every case about a colleague is.
    /// </summary>
    public IReadOnlyList<string> UnknownManagers { get; init; } = [];

    /// <inheritdoc cref="UnknownManagers"/>
    public IReadOnlyList<string> UnknownDeputies { get; init; } = [];

    /// <inheritdoc cref="UnknownManagers"/>
    public IReadOnlyList<string> UnknownPartners { get; init; } = [];

    /// <summary>Everybody who decides is known; otherwise more may come soon.</summary>
    public bool IsComplete => !MoreMayDecide && UnknownPartners.Count == 0;

    /// <summary>
    /// Who of them is known to be away. It says whom to expect a decision from, and nothing else: whoever is away may still see and decide.
    /// </summary>
    public IReadOnlyDictionary<PersonId, Absence> Away { get; init; } = new Dictionary<PersonId, Absence>();

    /// <summary>Those who decide as a rule. Managers first; a person who is both is a manager.</summary>
    public IEnumerable<Person> All => Managers.Concat(Deputies).DistinctBy(person => person.Id);

    /// <summary>Some managers or deputies are not known yet.</summary>
    public bool MoreMayDecide => UnknownManagers.Count + UnknownDeputies.Count > 0;

    public bool IsManager(PersonId person) => Managers.Any(manager => manager.Id == person);

    public bool IsApprover(PersonId person) => All.Concat(Partners).Any(approver => approver.Id == person);

    /// <summary>
    /// Those who may see and decide this case. Nobody decides what they reported or what is about them, and a case that concerns the
    /// manager, or is about a manager, goes to the deputies alone. Of merged reports each one counts. When nobody is left, and nobody
    /// is still to be found, it is the partners, by the same rule.
    /// </summary>
    public IEnumerable<Person> For(Case @case)
    {
        var managerConcerned = @case.ConcernsManager || @case.Colleagues.Any(colleague =>
            IsManager(colleague.Id) || UnknownManagers.Any(name => IsNameOf(name, colleague)));
        bool MayDecide(Person person) => !@case.Involves(person.Id) && !(managerConcerned && IsManager(person.Id));
        List<Person> usual = [.. All.Where(MayDecide)];
        return usual.Count > 0 || MoreMayDecide ? usual : Partners.Where(MayDecide);
    }

    private static bool IsNameOf(string configured, NamedPerson colleague) =>
        configured.Contains('@', StringComparison.Ordinal) || configured.Equals(colleague.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Those of <see cref="For"/> who are not away: who is expected to decide. Empty when everybody is away, or nobody may.</summary>
    public IEnumerable<Person> HereFor(Case @case) => For(@case).Where(person => !Away.ContainsKey(person.Id));

    /// <summary>Whether the case is kept from somebody who usually decides; such a case is counted only in totals.</summary>
    public bool IsRestricted(Case @case)
    {
        var allowed = For(@case).Select(person => person.Id).ToHashSet();
        return All.Any(person => !allowed.Contains(person.Id));
    }
}
