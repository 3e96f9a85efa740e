using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Lets in the people of the practices: those of the tenant who are on the roster of a team to which the bot was added. On a shared tenant
/// such as NHSmail the tenant alone says nothing, so both are asked.
/// </summary>
internal sealed partial class Doorkeeper(
    IRoster roster, Practices practices, Contacts contacts, IOptions<PracticeOptions> options, ILogger<Doorkeeper> logger)
{
    public async Task<Admission> AdmitAsync(IActivity activity, CancellationToken cancellationToken)
    {
        if (!IsOurTenant(activity) || activity.From?.AadObjectId is not { Length: > 0 } objectId)
        {
            Log.TurnedAway(logger, "tenant");
            return new Admission.NotOneOfUs();
        }

        var readings = await Task.WhenAll((await PossibleAsync(activity, cancellationToken)).Select(practice => ReadAsync(practice, cancellationToken)));
        var id = new PersonId(objectId);
        var callers = readings
            .Select(reading => reading.People?.FirstOrDefault(person => person.Id == id) is { } person ? new Caller(reading.Practice, person) : null)
            .OfType<Caller>()
            .ToList();
        if (callers.Count > 0)
        {
            List<PracticeId> unread = [.. readings.Where(reading => reading.People is null).Select(reading => reading.Practice)];
            return new Admission.Admitted(callers, unread.Count > 0 ? await contacts.KnownInAsync(id, unread, cancellationToken) : []);
        }

        if (readings.Any(reading => reading.People is null))
        {
            return new Admission.CannotTell();
        }

        var isAnywhere = readings.Any(reading => reading.People is { Count: > 0 });
        Log.TurnedAway(logger, isAnywhere ? "roster" : "not-set-up");
        return isAnywhere ? new Admission.NotOneOfUs() : new Admission.NotSetUp();
    }

    /// <summary>What is said in a team's channel is said to that team's practice, whatever other rosters the person is on.</summary>
    private async Task<IEnumerable<PracticeId>> PossibleAsync(IActivity activity, CancellationToken cancellationToken) =>
        activity.TryGetChannelData<TeamsChannelData>(out var data) && data?.Team?.Id is { Length: > 0 } team
            ? await practices.OfTeamAsync(team, cancellationToken) is { } practice ? [practice] : []
            : (await practices.ListAsync(cancellationToken)).Select(each => each.Id);

    /// <returns>No people when Teams cannot say at present who is on this roster.</returns>
    private async Task<(PracticeId Practice, IReadOnlyList<Person>? People)> ReadAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        try
        {
            return (practice, await roster.GetAsync(practice, cancellationToken));
        }
        catch (RosterUnavailableException)
        {
            return (practice, null);
        }
    }

    /// <summary>No tenant configured means development: any tenant. Otherwise the activity must name ours, and no other.</summary>
    public bool IsOurTenant(IActivity activity) =>
        options.Value.TenantId is not { Length: > 0 } ours
        || (TenantsOf(activity) is { Count: > 0 } named && named.All(tenant => string.Equals(ours, tenant, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Teams names the tenant in two places, not always in both.</summary>
    private static List<string> TenantsOf(IActivity activity) =>
        [.. new[] { activity.Conversation?.TenantId, activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Tenant?.Id : null }.OfType<string>().Where(tenant => tenant.Length > 0)];

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Information, "Turned somebody away ({Reason})")]
        public static partial void TurnedAway(ILogger logger, string reason);
    }
}
