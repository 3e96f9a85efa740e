using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.LocalTeams.Clients;

/// <summary>Adds the bot for people and for the team, takes it away, and tells it so.</summary>
internal sealed class AppInstaller(Activities activities, Installations installations, Roster roster, BotLink bot)
{
    /// <summary>The first time a person and the bot meet; later calls do nothing.</summary>
    public async Task MeetAsync(Person person, CancellationToken cancellation = default)
    {
        if (installations.Of(person) == Installation.NotYet)
        {
            await InstallAsync(person, cancellation);
        }
    }

    public async Task InstallAsync(Person person, CancellationToken cancellation = default)
    {
        if (installations.Set(person, Installation.Installed) == Installation.Installed)
        {
            return;
        }

        var chat = Conversation.With(person);
        await bot.PostAsync(Installing(activities.Envelope("installationUpdate", person, chat), "add"), cancellation);
        var update = activities.Envelope("conversationUpdate", person, chat);
        update["membersAdded"] = new JsonArray(Activities.Account(person), Activities.Bot());
        await bot.PostAsync(update, cancellation);
    }

    public async Task UninstallAsync(Person person, CancellationToken cancellation = default)
    {
        if (installations.Set(person, Installation.Removed) != Installation.Removed)
        {
            var update = activities.Envelope("installationUpdate", person, Conversation.With(person));
            await bot.PostAsync(Installing(update, "remove"), cancellation);
        }
    }

    /// <summary>Somebody adds the bot to the team, in this channel.</summary>
    public async Task InstallInTeamAsync(Person by, TeamChannel channel, CancellationToken cancellation = default)
    {
        installations.InTeam = true;
        var update = TeamUpdate("teamMemberAdded", by, channel);
        update["membersAdded"] = new JsonArray(Activities.Bot());
        await bot.PostAsync(update, cancellation);
        var installed = activities.Envelope("installationUpdate", by, Conversation.In(Practice.General));
        installed["channelData"] = InstalledIn(installed["channelData"]!.DeepClone().AsObject(), channel);
        await bot.PostAsync(Installing(installed, "add"), cancellation);
    }

    public async Task UninstallFromTeamAsync(Person by, CancellationToken cancellation = default)
    {
        installations.InTeam = false;
        var update = TeamUpdate("teamMemberRemoved", by, Practice.General);
        update["membersRemoved"] = new JsonArray(Activities.Bot());
        await bot.PostAsync(update, cancellation);
        var removed = activities.Envelope("installationUpdate", by, Conversation.In(Practice.General));
        await bot.PostAsync(Installing(removed, "remove"), cancellation);
    }

    public async Task JoinTeamAsync(Person person, Person by, CancellationToken cancellation = default)
    {
        if (roster.Join(person))
        {
            installations.Tell();
            await TellOfMemberAsync("teamMemberAdded", "membersAdded", person, by, cancellation);
        }
    }

    public async Task LeaveTeamAsync(Person person, Person by, CancellationToken cancellation = default)
    {
        if (roster.Leave(person))
        {
            installations.Tell();
            await TellOfMemberAsync("teamMemberRemoved", "membersRemoved", person, by, cancellation);
        }
    }

    private async Task TellOfMemberAsync(string eventType, string list, Person person, Person by, CancellationToken cancellation)
    {
        if (installations.InTeam)
        {
            var update = TeamUpdate(eventType, by, Practice.General);
            update[list] = new JsonArray(new JsonObject { ["id"] = person.TeamsId, ["aadObjectId"] = person.ObjectId.ToString() });
            await bot.PostAsync(update, cancellation);
        }
    }

    private JsonObject TeamUpdate(string eventType, Person by, TeamChannel selected)
    {
        var update = activities.Envelope("conversationUpdate", by, Conversation.In(Practice.General));
        var data = InstalledIn(update["channelData"]!.DeepClone().AsObject(), selected);
        data["eventType"] = eventType;
        update["channelData"] = data;
        return update;
    }

    private static JsonObject InstalledIn(JsonObject channelData, TeamChannel selected)
    {
        channelData["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = selected.Id } };
        return channelData;
    }

    private static JsonObject Installing(JsonObject update, string action)
    {
        update["action"] = action;
        return update;
    }
}
