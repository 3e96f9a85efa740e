using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

/// <summary>The times are real, but no test waits for one: each waits until it has seen what it wants to see.</summary>
public sealed class ShowTypingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TypingAdapter _adapter = new();

    [Fact]
    public async Task Typing_Is_Shown_Again_And_Again_While_The_Bot_Works()
    {
        _adapter.Use(new ShowTypingMiddleware(0, 1));

        await _adapter.RunAsync(Incoming.Message(), async (turn, _) =>
        {
            await _adapter.TypedTwice.Task.WaitAsync(Patience);
            Assert.False(turn.Responded);
        });

        var typing = _adapter.Sent[0];
        Assert.Equal(("typing", "chat", "user"), (typing.Type, typing.Conversation.Id, typing.Recipient.Id));
    }

    [Fact]
    public async Task Nothing_Is_Shown_When_The_Answer_Comes_Before_The_Delay()
    {
        _adapter.Use(new ShowTypingMiddleware(60_000, 60_000));

        await _adapter.RunAsync(Incoming.Message(), (turn, _) => turn.SendActivityAsync("quick"));

        Assert.Equal("quick", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task Typing_Ends_With_The_Turn_Even_If_It_Fails()
    {
        _adapter.Use(new ShowTypingMiddleware(0, 60_000));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _adapter.RunAsync(Incoming.Message(), (_, _) => throw new InvalidOperationException()));
    }

    [Fact]
    public async Task Typing_Is_For_Messages_Only()
    {
        _adapter.Use(new ShowTypingMiddleware(0, 1));

        await _adapter.RunAsync(Incoming.Activity(ActivityTypes.ConversationUpdate), YieldOftenAsync);

        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task A_Bot_That_Called_This_One_Shows_Its_Own_Typing()
    {
        _adapter.Caller = new ClaimsIdentity([new Claim("ver", "2.0"), new Claim("aud", "this bot"), new Claim("azp", "another bot")]);
        _adapter.Use(new ShowTypingMiddleware(0, 1));

        await _adapter.RunAsync(Incoming.Message(), YieldOftenAsync);

        Assert.Empty(_adapter.Sent);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    public void Times_Must_Make_Sense(int delay, int period) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShowTypingMiddleware(delay, period));

    /// <summary>Long enough for typing to be shown after a delay of nothing, were it shown at all.</summary>
    private static async Task YieldOftenAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 1000; i++)
        {
            await Task.Yield();
        }
    }

    private sealed class TypingAdapter : BotAdapter
    {
        private readonly Lock _lock = new();

        public List<Activity> Sent { get; } = [];

        public TaskCompletionSource TypedTwice { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ClaimsIdentity? Caller { get; set; }

        public Task RunAsync(Activity activity, BotCallbackHandler callback)
        {
            var turn = new TurnContext(this, activity);
            if (Caller != null)
            {
                turn.TurnState.Add(BotIdentityKey, Caller);
            }

            return RunPipelineAsync(turn, callback, CancellationToken.None);
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(
            ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Sent.AddRange(activities);
                if (Sent.Count(activity => activity.Type == ActivityTypes.Typing) == 2)
                {
                    TypedTwice.TrySetResult();
                }
            }

            return Task.FromResult(activities.Select(_ => new ResourceResponse("id")).ToArray());
        }

        public override Task<ResourceResponse> UpdateActivityAsync(
            ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();

        public override Task DeleteActivityAsync(
            ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();
    }
}
