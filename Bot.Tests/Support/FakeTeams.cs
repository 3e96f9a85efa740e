using System.Collections.Concurrent;
using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// Teams as the outbox meets it: takes what is sent and remembers it, or answers as it was told to. Like the real adapter it swallows
/// what a turn throws.
/// </summary>
internal sealed class FakeTeams : BotAdapter
{
    public const string ServiceUrl = "https://smba.example/uk/";

    private readonly ConcurrentQueue<Said> _said = new();
    private int _ids;

    public FakeTeams() => OnTurnError = (_, exception) =>
    {
        Swallowed.Enqueue(exception);
        return Task.CompletedTask;
    };

    /// <summary>Asked before every call; what it returns is thrown.</summary>
    public Func<Call, Exception?> Answer { get; set; } = _ => null;

    /// <summary>Awaited before every call.</summary>
    public Func<Call, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<Said> Messages => [.. _said];

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>What came to the error handling that is meant for people's turns.</summary>
    public ConcurrentQueue<Exception> Swallowed { get; } = new();

    public static string ChatOf(string user) => "chat-of-" + user;

    public static ErrorResponseException Status(HttpStatusCode status, TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage(status);
        if (retryAfter is { } after)
        {
            response.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(after);
        }

        return new ErrorResponseException($"Operation returned {status}") { Response = new HttpResponseMessageWrapper(response, "") };
    }

    public override async Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        var channel = (conversationParameters.ChannelData as TeamsChannelData)?.Channel?.Id;
        var conversation = channel is null ? ChatOf(conversationParameters.Members[0].Id) : $"{channel};messageid={NextId()}";
        await MeetAsync(new Call("create", conversation), cancellationToken);
        var id = NextId();
        if (conversationParameters.Activity is { } message)
        {
            _said.Enqueue(new Said(conversation, id, message, false));
        }

        using var turn = new TurnContext(this, new Activity(ActivityTypes.Event)
        {
            Id = id,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount(id: conversation),
            Recipient = conversationParameters.Bot,
        });
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    public override async Task ContinueConversationAsync(
        string botId,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken)
    {
        var answers = new List<ResourceResponse>();
        foreach (var activity in activities)
        {
            var conversation = activity.Conversation.Id;
            await MeetAsync(new Call("send", conversation), cancellationToken);
            var said = new Said(conversation, NextId(), activity, false);
            _said.Enqueue(said);
            answers.Add(new ResourceResponse(said.Id));
        }

        return [.. answers];
    }

    public override async Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken)
    {
        await MeetAsync(new Call("update", activity.Conversation.Id), cancellationToken);
        _said.Enqueue(new Said(activity.Conversation.Id, activity.Id, activity, true));
        return new ResourceResponse(activity.Id);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async Task MeetAsync(Call call, CancellationToken cancellationToken)
    {
        Calls.Enqueue(call);
        await Before(call).WaitAsync(cancellationToken);
        if (Answer(call) is { } exception)
        {
            throw exception;
        }
    }

    private string NextId() => $"message-{Interlocked.Increment(ref _ids)}";

    /// <param name="What"><c>create</c>, <c>send</c> or <c>update</c>.</param>
    internal sealed record Call(string What, string Conversation);

    internal sealed record Said(string Conversation, string Id, Activity Activity, bool Replaces);
}
