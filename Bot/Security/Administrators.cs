using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Who may set a practice up and test it: whoever added the bot to its team first, and those named in <c>Practice:Administrators</c>, each
/// as long as they are on the practice's roster. Somebody who adds it again later gets no such right: it would let anybody who may add apps
/// name themselves manager.
/// </summary>
internal sealed class Administrators(IRoster roster, Practices practices, IOptions<PracticeOptions> options)
{
    public async Task<bool> IsAdministratorAsync(Caller caller, CancellationToken cancellationToken) =>
        (await ListAsync(caller.Practice, cancellationToken)).Any(person => person.Id == caller.Id);

    public async Task<IReadOnlyList<Person>> ListAsync(Cases.PracticeId practice, CancellationToken cancellationToken)
    {
        var installer = (await practices.GetAsync(practice, cancellationToken)).InstalledBy;
        var people = await roster.GetAsync(practice, cancellationToken);
        return [.. people.Named([.. options.Value.Administrators.OfType<string>(), installer?.Value ?? ""])];
    }
}
