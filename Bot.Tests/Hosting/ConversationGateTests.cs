using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class ConversationGateTests
{
    private readonly ConversationGate _gate = new();

    [Theory]
    [InlineData(ActivityTypes.Message, ActivityTypes.Message)]
    [InlineData(ActivityTypes.Message, ActivityTypes.Invoke)]
    [InlineData(ActivityTypes.Invoke, ActivityTypes.Invoke)]
    public async Task In_One_Conversation_The_Second_Turn_Waits_For_The_First(string first, string second)
    {
        var running = Enter(first, "chat");
        await running.Inside;
        var waiting = Enter(second, "chat");
        Assert.False(waiting.Inside.IsCompleted);

        running.Finish.SetResult();
        await running.Turn;
        await waiting.Inside;
        waiting.Finish.SetResult();
        await waiting.Turn;
        Assert.Equal(0, _gate.Conversations);
    }

    [Fact]
    public async Task Turns_Run_One_By_One_However_Many_Come_At_Once()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => RunAsync(ActivityTypes.Message, "chat", async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }))));
        Assert.Equal((1, 0), (most, _gate.Conversations));
    }

    [Fact]
    public async Task Other_Conversations_Do_Not_Wait()
    {
        var one = Enter(ActivityTypes.Message, "chat-1");
        var other = Enter(ActivityTypes.Message, "chat-2");
        await Task.WhenAll(one.Inside, other.Inside).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, _gate.Conversations);

        one.Finish.SetResult();
        other.Finish.SetResult();
        await Task.WhenAll(one.Turn, other.Turn);
        Assert.Equal(0, _gate.Conversations);
    }

    [Theory]
    [InlineData(ActivityTypes.Event, "chat")]
    [InlineData(ActivityTypes.ConversationUpdate, "chat")]
    [InlineData(ActivityTypes.InstallationUpdate, "chat")]
    [InlineData(ActivityTypes.Message, null)]
    public async Task What_Is_Neither_Message_Nor_Press_Does_Not_Wait(string type, string? conversation)
    {
        var running = Enter(ActivityTypes.Message, "chat");
        await running.Inside;
        var ran = false;
        await RunAsync(type, conversation, () => Task.FromResult(ran = true)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(ran);
        running.Finish.SetResult();
        await running.Turn;
    }

    [Fact]
    public async Task Whoever_Stops_Waiting_Leaves_Nothing_Behind()
    {
        var running = Enter(ActivityTypes.Message, "chat");
        await running.Inside;
        using var patience = new CancellationTokenSource();
        var ran = false;
        var waiting = RunAsync(ActivityTypes.Message, "chat", () => Task.FromResult(ran = true), patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        running.Finish.SetResult();
        await running.Turn;
        Assert.Equal((false, 0), (ran, _gate.Conversations));
        await RunAsync(ActivityTypes.Message, "chat", () => Task.FromResult(ran = true)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(ran);
    }

    [Fact]
    public async Task A_Turn_That_Fails_Lets_The_Next_One_In()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => RunAsync(ActivityTypes.Message, "chat", () => throw new InvalidOperationException()));
        Assert.Equal(0, _gate.Conversations);
        await RunAsync(ActivityTypes.Message, "chat", () => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>A turn that stays inside until it is told to finish.</summary>
    private (Task Turn, Task Inside, TaskCompletionSource Finish) Enter(string type, string conversation)
    {
        var (inside, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turn = RunAsync(type, conversation, () =>
        {
            inside.SetResult();
            return finish.Task;
        });
        return (turn, inside.Task, finish);
    }

    private async Task RunAsync(string type, string? conversation, Func<Task> work, CancellationToken cancellationToken = default)
    {
        var activity = new Activity(type) { Conversation = conversation is null ? null : new ConversationAccount(id: conversation) };
        using var turn = new TurnContext(new FakeTeams(), activity);
        await _gate.OnTurnAsync(turn, _ => work(), cancellationToken);
    }
}
