using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Sdk.Tests.Builder.Teams;

/// <summary>Writes down which of its methods were called, and otherwise behaves as the class it tests.</summary>
internal sealed class RecordingTeamsHandler : TeamsActivityHandler
{
    public List<string> Calls { get; } = [];

    public List<TeamsChannelAccount> Members { get; } = [];

    protected override Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded,
        TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        Members.AddRange(teamsMembersAdded);
        return Note(
            $"team members added {teamInfo?.Id}",
            () => base.OnTeamsMembersAddedAsync(teamsMembersAdded, teamInfo, turnContext, cancellationToken));
    }

    protected override Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved,
        TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken)
    {
        Members.AddRange(teamsMembersRemoved);
        return Note(
            $"team members removed {teamInfo?.Id}",
            () => base.OnTeamsMembersRemovedAsync(teamsMembersRemoved, teamInfo, turnContext, cancellationToken));
    }

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("added", () => base.OnMembersAddedAsync(membersAdded, turnContext, cancellationToken));

    protected override Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("removed", () => base.OnMembersRemovedAsync(membersRemoved, turnContext, cancellationToken));

    protected override Task OnTeamsChannelCreatedAsync(
        ChannelInfo channelInfo,
        TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Note(
            $"channelCreated {channelInfo.Id} {teamInfo.Id}",
            () => base.OnTeamsChannelCreatedAsync(channelInfo, teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo,
        TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Note(
            $"channelDeleted {channelInfo.Id} {teamInfo.Id}",
            () => base.OnTeamsChannelDeletedAsync(channelInfo, teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsChannelRenamedAsync(
        ChannelInfo channelInfo,
        TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Note(
            $"channelRenamed {channelInfo.Id} {teamInfo.Id}",
            () => base.OnTeamsChannelRenamedAsync(channelInfo, teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsChannelRestoredAsync(
        ChannelInfo channelInfo,
        TeamInfo teamInfo,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        Note(
            $"channelRestored {channelInfo.Id} {teamInfo.Id}",
            () => base.OnTeamsChannelRestoredAsync(channelInfo, teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsTeamArchivedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"teamArchived {teamInfo.Id}", () => base.OnTeamsTeamArchivedAsync(teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsTeamDeletedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"teamDeleted {teamInfo.Id}", () => base.OnTeamsTeamDeletedAsync(teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsTeamHardDeletedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"teamHardDeleted {teamInfo.Id}", () => base.OnTeamsTeamHardDeletedAsync(teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsTeamRenamedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"teamRenamed {teamInfo.Id}", () => base.OnTeamsTeamRenamedAsync(teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsTeamRestoredAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"teamRestored {teamInfo.Id}", () => base.OnTeamsTeamRestoredAsync(teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsTeamUnarchivedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note($"teamUnarchived {teamInfo.Id}", () => base.OnTeamsTeamUnarchivedAsync(teamInfo, turnContext, cancellationToken));

    protected override Task OnTeamsMessageEditAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("edit", () => base.OnTeamsMessageEditAsync(turnContext, cancellationToken));

    protected override Task OnTeamsMessageUndeleteAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Note("undelete", () => base.OnTeamsMessageUndeleteAsync(turnContext, cancellationToken));

    protected override Task OnTeamsMessageSoftDeleteAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        Note("soft delete", () => base.OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken));

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Note("event", () => base.OnEventAsync(turnContext, cancellationToken));

    private Task Note(string call, Func<Task> next)
    {
        Calls.Add(call);
        return next();
    }
}
