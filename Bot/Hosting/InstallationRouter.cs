using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// The bot was added or removed: to a team, which makes the team's roster the practice; or by a person, who is greeted. Teams says so
/// twice (installationUpdate and conversationUpdate), so that everything here may happen again without harm.
/// </summary>
internal sealed class InstallationRouter(
    Doorkeeper doorkeeper,
    Installations installations,
    Contacts contacts,
    TeamsRoster roster,
    ReportingConversation reporting,
    IOptions<PracticeOptions> options)
{
    private PracticeId Practice => new(options.Value.Id);

    public async Task AddedAsync(ITurnContext<IInstallationUpdateActivity> context, CancellationToken cancellationToken)
    {
        if (TeamOf(context.Activity) is not null)
        {
            await JoinAsync(context, cancellationToken);
        }
        else if (await doorkeeper.AdmitAsync(context.Activity, cancellationToken) is Admission.Admitted { Caller: var caller })
        {
            await contacts.SeenAsync(caller.Practice, caller.Person, context.Activity, cancellationToken);
            await reporting.WelcomeAsync(caller, context, cancellationToken);
        }
    }

    public async Task RemovedAsync(ITurnContext<IInstallationUpdateActivity> context, CancellationToken cancellationToken)
    {
        if (!doorkeeper.IsOurTenant(context.Activity))
        {
            return;
        }

        if (TeamOf(context.Activity) is { } team)
        {
            await installations.RemoveAsync(Practice, team.Id, cancellationToken);
            roster.Forget(Practice);
        }
        else if (context.Activity.From?.AadObjectId is { Length: > 0 } person)
        {
            await contacts.UninstalledAsync(Practice, new PersonId(person), cancellationToken);
        }
    }

    /// <summary>People came or went, or the bot itself came.</summary>
    public async Task MembersChangedAsync(
        ITurnContext<IConversationUpdateActivity> context, IList<ChannelAccount> added, TeamInfo? team, CancellationToken cancellationToken)
    {
        if (!doorkeeper.IsOurTenant(context.Activity))
        {
            return;
        }

        roster.Forget(Practice);
        if (team is not null && added.Any(member => member.Id == context.Activity.Recipient?.Id))
        {
            await JoinAsync(context, cancellationToken);
        }
    }

    private static TeamInfo? TeamOf(IActivity activity) => activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Team : null;

    private async Task JoinAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (doorkeeper.IsOurTenant(context.Activity) && await installations.RecordAsync(Practice, context.Activity, cancellationToken))
        {
            roster.Forget(Practice);
        }
    }
}
