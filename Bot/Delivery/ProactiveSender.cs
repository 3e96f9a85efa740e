using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>The only place that speaks to somebody who did not just speak to us.</summary>
/// <remarks>Whatever Teams answers comes out as the exception it was: the adapter's own error handling is for people's turns.</remarks>
internal sealed class ProactiveSender(BotAdapter adapter, IConfiguration configuration, IOptions<DeliveryOptions> options, TimeProvider time)
{
    private readonly string _appId = configuration["MicrosoftAppId"] ?? "";

    /// <summary>The id of the private chat with a person. Teams gives the same one when it exists already.</summary>
    public Task<string> CreatePrivateChatAsync(InstallationRow team, Person person, CancellationToken cancellationToken) =>
        CreateAsync(
            team,
            new ConversationParameters
            {
                IsGroup = false,
                Bot = new ChannelAccount(team.BotId),
                Members = [new ChannelAccount(person.ChannelUserId)],
                TenantId = team.TenantId,
                ChannelData = new TeamsChannelData { Tenant = new TenantInfo(team.TenantId) },
            },
            turn => turn.Activity.Conversation.Id,
            cancellationToken);

    /// <summary>Starts a new thread in a channel.</summary>
    public Task<SendResult.Sent> PostAsync(InstallationRow team, string channel, Activity message, CancellationToken cancellationToken) =>
        CreateAsync(
            team,
            new ConversationParameters
            {
                IsGroup = true,
                Bot = new ChannelAccount(team.BotId),
                Activity = message,
                TenantId = team.TenantId,
                ChannelData = new TeamsChannelData { Channel = new ChannelInfo(channel), Tenant = new TenantInfo(team.TenantId) },
            },
            turn => new SendResult.Sent(turn.Activity.Conversation.Id, team.ServiceUrl, turn.Activity.Id),
            cancellationToken);

    public Task<SendResult.Sent> SendAsync(ConversationReference chat, Activity message, CancellationToken cancellationToken) =>
        ContinueAsync(
            chat,
            async (turn, token) =>
            {
                var sent = await turn.SendActivityAsync(message, token);
                return new SendResult.Sent(chat.Conversation.Id, chat.ServiceUrl, sent?.Id ?? "");
            },
            cancellationToken);

    /// <summary>Replaces a message where it stands.</summary>
    public Task<SendResult.Sent> ReplaceAsync(
        ConversationReference chat,
        string activityId,
        Activity message,
        CancellationToken cancellationToken) =>
        ContinueAsync(
            chat,
            async (turn, token) =>
            {
                message.Id = activityId;
                await turn.UpdateActivityAsync(message, token);
                return new SendResult.Sent(chat.Conversation.Id, chat.ServiceUrl, activityId);
            },
            cancellationToken);

    private Task<T> CreateAsync<T>(
        InstallationRow team,
        ConversationParameters parameters,
        Func<ITurnContext, T> read,
        CancellationToken cancellationToken) =>
        RunAsync<T>(
            (result, token) => adapter.CreateConversationAsync(
                _appId,
                Channels.Msteams,
                team.ServiceUrl,
                null,
                parameters,
                (turn, _) =>
                {
                    result.SetResult(read(turn));
                    return Task.CompletedTask;
                },
                token),
            cancellationToken);

    private Task<T> ContinueAsync<T>(
        ConversationReference chat,
        Func<ITurnContext, CancellationToken, Task<T>> speak,
        CancellationToken cancellationToken) =>
        RunAsync<T>(
            (result, token) => adapter.ContinueConversationAsync(
                _appId,
                chat,
                async (turn, inner) =>
                {
                    try
                    {
                        result.SetResult(await speak(turn, inner));
                    }
                    catch (Exception exception)
                    {
                        // Carried around the adapter, which would otherwise answer it as if somebody's turn had failed.
                        result.SetException(exception);
                    }
                },
                token),
            cancellationToken);

    private async Task<T> RunAsync<T>(Func<TaskCompletionSource<T>, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var result = new TaskCompletionSource<T>();
        await run(result, either.Token);
        return await result.Task.WaitAsync(either.Token);
    }
}
