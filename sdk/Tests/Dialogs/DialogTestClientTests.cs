using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Sdk.Tests.Dialogs.Support;

namespace Sdk.Tests.Dialogs;

public sealed class DialogTestClientTests
{
    [Fact]
    public async Task It_Talks_To_One_Dialog()
    {
        var client = new DialogTestClient(Channels.Msteams, Greeting(), "options");

        var asked = await client.SendActivityAsync<IMessageActivity>("hi");
        Assert.Equal("Name?", asked.Text);
        Assert.Equal(Channels.Msteams, client.DialogContext.Context.Activity.ChannelId);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);

        var greeted = await client.SendActivityAsync<IMessageActivity>(new Activity(ActivityTypes.Message) { Text = "Ada" });
        Assert.Equal("Hello Ada", greeted.Text);
        Assert.Equal("with options", client.GetNextReply<IMessageActivity>().Text);
        Assert.Null(client.GetNextReply<IMessageActivity>());
        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
        Assert.Equal("Ada", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task The_State_Can_Be_Given_And_Kept()
    {
        var state = new ConversationState(new TextStorage());
        await new DialogTestClient(Channels.Test, Greeting(), conversationState: state).SendActivityAsync<IMessageActivity>("hi");

        var later = new DialogTestClient(Channels.Test, Greeting(), conversationState: state);
        Assert.Equal("Hello Ada", (await later.SendActivityAsync<IMessageActivity>("Ada")).Text);
        Assert.Same(state, later.ConversationState);
    }

    [Fact]
    public async Task Middleware_Runs_Around_Every_Turn()
    {
        var counter = new Counter();
        var client = new DialogTestClient(Channels.Test, Greeting(), middlewares: [counter]);

        await client.SendActivityAsync<IMessageActivity>("hi");
        await client.SendActivityAsync<IMessageActivity>("Ada");

        Assert.Equal(2, counter.Turns);
    }

    private static WaterfallDialog Greeting()
    {
        static async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
        {
            await step.Context.SendActivityAsync("Name?", cancellationToken: cancellationToken);
            return Dialog.EndOfTurn;
        }

        return new WaterfallDialog("greeting",
        [
            AskAsync,
            Steps.Say(step => $"Hello {step.Result}"),
            Steps.Say(step => $"with {step.Options}"),
            Steps.End(step => step.Result),
        ]);
    }

    private sealed class Counter : IMiddleware
    {
        public int Turns { get; private set; }

        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            Turns++;
            return next(cancellationToken);
        }
    }
}
