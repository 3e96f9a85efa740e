using System.Security.Claims;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Finds out who is behind a request. The sign-in says only which account it is; whether it belongs to the practice is asked of the roster
/// at each request.
/// </summary>
internal sealed class Visitors(IRoster roster, Practices practices, IOptions<PracticeOptions> options)
{
    public const string ObjectId = "oid";
    public const string Tenant = "tid";
    public const string FullName = "name";

    /// <param name="about">The case that is asked for: it says which practice is meant.</param>
    /// <exception cref="RosterUnavailableException">Teams cannot say at present who is on the roster.</exception>
    public async Task<Visitor> FindAsync(ClaimsPrincipal signedIn, CaseReference about, CancellationToken cancellationToken)
    {
        var practice = await practices.OfReferenceAsync(about, cancellationToken);
        var id = new PersonId(signedIn.FindFirstValue(ObjectId) ?? "");
        var people = await roster.GetAsync(practice, cancellationToken);
        var person = IsOurs(signedIn.FindFirstValue(Tenant)) ? people.FirstOrDefault(person => person.Id == id) : null;
        return new Visitor(practice, id, person?.Name ?? signedIn.FindFirstValue(FullName) ?? "", OnRoster: person is not null);
    }

    /// <summary>No tenant configured means development: any tenant.</summary>
    public bool IsOurs(string? tenant) =>
        options.Value.TenantId is not { Length: > 0 } ours || string.Equals(ours, tenant, StringComparison.OrdinalIgnoreCase);

    public static ClaimsIdentity Identity(string objectId, string? tenant, string? name) => new(
        [new(ObjectId, objectId), new(Tenant, tenant ?? ""), new(FullName, name ?? "")], SignIn.Scheme, FullName, roleType: null);
}
