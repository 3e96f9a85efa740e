using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Lets in the people of the practice: those of its tenant who are on the roster of its team. On a shared tenant such as NHSmail the
/// tenant alone says nothing, so both are asked.
/// </summary>
internal sealed partial class Doorkeeper(IRoster roster, IOptions<PracticeOptions> options, ILogger<Doorkeeper> logger)
{
    public async Task<Admission> AdmitAsync(IActivity activity, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(options.Value.Id);
        if (!IsOurTenant(activity) || activity.From?.AadObjectId is not { Length: > 0 } objectId)
        {
            Log.TurnedAway(logger, "tenant");
            return new Admission.NotOneOfUs();
        }

        try
        {
            var people = await roster.GetAsync(practice, cancellationToken);
            if (people.Count == 0)
            {
                Log.TurnedAway(logger, "not-set-up");
                return new Admission.NotSetUp();
            }

            var id = new PersonId(objectId);
            if (people.FirstOrDefault(person => person.Id == id) is { } person)
            {
                return new Admission.Admitted(new Caller(practice, person));
            }

            Log.TurnedAway(logger, "roster");
            return new Admission.NotOneOfUs();
        }
        catch (RosterUnavailableException)
        {
            return new Admission.CannotTell();
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
