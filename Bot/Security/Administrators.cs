using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Who looks after the bot in a practice: <c>Practice:Administrators</c>, found on the roster. It lets nobody see a case: an administrator
/// who does not decide sees settings and states only.
/// </summary>
internal sealed class Administrators(IRoster roster, IOptions<PracticeOptions> options)
{
    /// <exception cref="RosterUnavailableException">The roster cannot be read.</exception>
    public async Task<IReadOnlyList<Person>> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var people = await roster.GetAsync(practice, cancellationToken);
        return [.. people.Where(IsNamed)];
    }

    /// <exception cref="RosterUnavailableException">The roster cannot be read.</exception>
    public async Task<bool> IsAdministratorAsync(Caller caller, CancellationToken cancellationToken) =>
        (await GetAsync(caller.Practice, cancellationToken)).Any(person => person.Id == caller.Id);

    private bool IsNamed(Person person) => options.Value.Administrators.Select(one => one.Trim()).Any(one =>
        one.Equals(person.Id.Value, StringComparison.OrdinalIgnoreCase) || one.Equals(person.Upn, StringComparison.OrdinalIgnoreCase));
}
