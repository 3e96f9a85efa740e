using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

public sealed class PipelineTests
{
    private readonly SpyAdapter _adapter = new();
    private readonly List<string> _steps = [];

    [Fact]
    public async Task Middleware_Brackets_The_Bot_In_The_Order_It_Was_Added()
    {
        _adapter.Use(Step("outer")).Use(new MiddlewareSet().Use(Step("nested"))).Use(Step("inner"));

        await _adapter.RunAsync(Incoming.Message(), Bot);

        Assert.Equal(["outer in", "nested in", "nested out", "inner in", "bot", "inner out", "outer out"], _steps);
    }

    [Fact]
    public async Task Middleware_That_Does_Not_Go_On_Ends_The_Turn()
    {
        _adapter.Use(Step("outer")).Use(new AnonymousReceiveMiddleware((_, _, _) => Task.CompletedTask)).Use(Step("inner"));

        await _adapter.RunAsync(Incoming.Message(), Bot);

        Assert.Equal(["outer in", "outer out"], _steps);
    }

    [Fact]
    public async Task An_Error_Goes_To_The_Handler_If_There_Is_One()
    {
        var error = new InvalidOperationException("broken");
        Task Broken(ITurnContext turn, CancellationToken cancellationToken) => throw error;

        Assert.Same(error, await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(Incoming.Message(), Broken)));

        _adapter.OnTurnError = (turn, caught) => turn.SendActivityAsync($"sorry: {caught.Message}");
        await _adapter.RunAsync(Incoming.Message(), Broken);

        Assert.Equal("sorry: broken", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task Middleware_Can_Catch_What_The_Bot_Throws()
    {
        _adapter.Use(new AnonymousReceiveMiddleware(async (_, next, cancellationToken) =>
        {
            try
            {
                await next(cancellationToken);
            }
            catch (InvalidOperationException)
            {
                _steps.Add("caught");
            }
        }));

        await _adapter.RunAsync(Incoming.Message(), (_, _) => throw new InvalidOperationException());

        Assert.Equal(["caught"], _steps);
    }

    [Theory]
    [InlineData("cy-GB", "cy-GB")]
    [InlineData("de-DE", "de-DE")]
    public async Task A_Turn_Runs_In_The_Culture_Of_The_Speaker(string locale, string culture)
    {
        var activity = Incoming.Message();
        activity.Locale = locale;
        (string? Turn, string Thread) seen = default;

        await _adapter.RunAsync(activity, (turn, _) =>
        {
            seen = (((TurnContext)turn).Locale, CultureInfo.CurrentCulture.Name);
            return Task.CompletedTask;
        });

        Assert.Equal((culture, culture), seen);
    }

    [Fact]
    public async Task A_Locale_That_Does_Not_Exist_Does_Not_Cost_The_Turn()
    {
        var activity = Incoming.Message();
        activity.Locale = "not a locale";

        await _adapter.RunAsync(activity, Bot);

        Assert.Equal(["bot"], _steps);
    }

    [Fact]
    public async Task A_Conversation_Is_Continued_Through_The_Middleware()
    {
        _adapter.Use(Step("middleware"));
        var reference = Incoming.Message().GetConversationReference();
        Activity? seen = null;

        await _adapter.ContinueConversationAsync("app", reference, (turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal(["middleware in", "middleware out"], _steps);
        Assert.Equal(("event", "ContinueConversation"), (seen!.Type, seen.Name));
        Assert.Equal(("chat", "user", "bot"), (seen.Conversation.Id, seen.From.Id, seen.Recipient.Id));
    }

    private Task Bot(ITurnContext turn, CancellationToken cancellationToken)
    {
        _steps.Add("bot");
        return Task.CompletedTask;
    }

    private AnonymousReceiveMiddleware Step(string name) => new(async (_, next, cancellationToken) =>
    {
        _steps.Add($"{name} in");
        await next(cancellationToken);
        _steps.Add($"{name} out");
    });
}
