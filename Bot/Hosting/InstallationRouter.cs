using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// The bot was added or removed: to a team, which makes the team a practice; or by a person, who is greeted. Teams says so twice
/// (installationUpdate and conversationUpdate), so that everything here may happen again without harm.
/// </summary>
internal sealed class InstallationRouter(
    Doorkeeper doorkeeper,
    Installations installations,
    Contacts contacts,
    TeamsRoster roster,
    Arrivals arrivals,
    ReportingConversation reporting)
{
    public async Task AddedAsync(ITurnContext<IInstallationUpdateActivity> context, CancellationToken cancellationToken)
    {
        if (TeamOf(context.Activity) is not null)
        {
            await JoinAsync(context, cancellationToken);
        }
        else if (await doorkeeper.AdmitAsync(context.Activity, cancellationToken) is Admission.Admitted { Callers: var callers })
        {
            foreach (var caller in callers)
            {
                await contacts.SeenAsync(caller.Practice, caller.Person, context.Activity, cancellationToken);
            }

            await reporting.WelcomeAsync(callers[0], context, cancellationToken);
        }
    }

    public async Task RemovedAsync(ITurnContext<IInstallationUpdateActivity> context, CancellationToken cancellationToken)
    {
        if (!doorkeeper.IsOurTenant(context.Activity))
        {
            return;
        }

        if (TeamOf(context.Activity) is { Id: { } team })
        {
            await LeaveAsync(team, cancellationToken);
        }
        else if (context.Activity.From?.AadObjectId is { Length: > 0 } person)
        {
            await contacts.UninstalledAsync(new PersonId(person), cancellationToken);
        }
    }

    /// <summary>The team is gone, and so is the bot's place in it.</summary>
    public Task TeamDeletedAsync(ITurnContext context, TeamInfo? team, CancellationToken cancellationToken) =>
        team?.Id is { } id && doorkeeper.IsOurTenant(context.Activity) ? LeaveAsync(id, cancellationToken) : Task.CompletedTask;

    /// <summary>People came or went, or the bot itself came.</summary>
    public async Task MembersChangedAsync(
        ITurnContext<IConversationUpdateActivity> context, IList<ChannelAccount> added, TeamInfo? team, CancellationToken cancellationToken)
    {
        if (team?.Id is not { } id || !doorkeeper.IsOurTenant(context.Activity))
        {
            return;
        }

        if (await installations.PracticeOfAsync(id, cancellationToken) is { } practice)
        {
            await roster.ForgetAsync(practice, cancellationToken);
        }

        if (added.Any(member => member.Id == context.Activity.Recipient?.Id))
        {
            await JoinAsync(context, cancellationToken);
        }
    }

    private static TeamInfo? TeamOf(IActivity activity) => activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Team : null;

    private async Task LeaveAsync(string team, CancellationToken cancellationToken)
    {
        if (await installations.PracticeOfAsync(team, cancellationToken) is { } practice
            && await installations.RemoveAsync(practice, team, cancellationToken) is { } ended)
        {
            await arrivals.WentAsync(ended, cancellationToken);
            await roster.ForgetAsync(practice, cancellationToken);
        }
    }

    private async Task JoinAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (doorkeeper.IsOurTenant(context.Activity) && await installations.RecordAsync(context.Activity, cancellationToken) is { } installed)
        {
            await roster.ForgetAsync(installed.Practice, cancellationToken);
            await arrivals.CameAsync(installed, cancellationToken);
        }
    }
}
