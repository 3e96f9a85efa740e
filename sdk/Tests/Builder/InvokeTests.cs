using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Builder;

public sealed class InvokeTests
{
    private readonly SpyAdapter _adapter = new();
    private readonly RecordingHandler _bot = new();

    [Theory]
    [InlineData("adaptiveCard/action")]
    [InlineData("signin/verifyState")]
    [InlineData("signin/tokenExchange")]
    [InlineData("something/else")]
    [InlineData(null)]
    public async Task An_Invoke_That_Nobody_Handles_Is_501(string? name)
    {
        var answer = await AnswerAsync(Incoming.Invoke(name, Press("Action.Execute")));

        Assert.Equal(501, answer.Status);
        Assert.Null(answer.Body);
    }

    [Fact]
    public async Task A_Press_Is_Answered_With_What_The_Bot_Says()
    {
        AdaptiveCardInvokeValue? seen = null;
        var card = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.card.adaptive", Value = "card" };
        _bot.OnPress = value =>
        {
            seen = value;
            return card;
        };

        var answer = await AnswerAsync(Incoming.Invoke("adaptiveCard/action", Press("Action.Execute")));

        Assert.Equal(200, answer.Status);
        Assert.Same(card, answer.Body);
        Assert.Equal("decide", seen!.Action.Verb);
        Assert.Equal("42", ((JObject)seen.Action.Data).Value<string>("case"));
    }

    [Theory]
    [InlineData(null, "BadRequest", "Missing value property")]
    [InlineData("\"text\"", "BadRequest", "Value property is not properly formed")]
    [InlineData("[]", "BadRequest", "Value property is not properly formed")]
    [InlineData("""{"action":"text"}""", "BadRequest", "Value property is not properly formed")]
    [InlineData("{}", "BadRequest", "Missing action property")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported", "The action 'Action.Submit'is not supported.")]
    public async Task A_Malformed_Press_Is_400_With_The_Reason(string? value, string code, string message)
    {
        var answer = await AnswerAsync(Incoming.Invoke("adaptiveCard/action", value == null ? null : JToken.Parse(value)));

        Assert.Equal(400, answer.Status);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        Assert.Equal(400, body.StatusCode);
        Assert.Equal("application/vnd.microsoft.error", body.Type);
        var error = Assert.IsType<Error>(body.Value);
        Assert.Equal(code, error.Code);
        Assert.Equal(message, error.Message);
        Assert.Empty(_bot.Calls);
    }

    [Theory]
    [InlineData("signin/verifyState")]
    [InlineData("signin/tokenExchange")]
    public async Task A_Handled_Sign_In_Is_200(string name)
    {
        _bot.HandlesSignIn = true;

        var answer = await AnswerAsync(Incoming.Invoke(name));

        Assert.Equal(200, answer.Status);
        Assert.Equal(["sign in"], _bot.Calls);
    }

    [Fact]
    public async Task The_First_Answer_Counts()
    {
        var context = new TurnContext(_adapter, Incoming.Invoke("something"));
        context.TurnState.Add(BotAdapter.InvokeResponseKey, new Activity("invokeResponse"));

        await _bot.OnTurnAsync(context);

        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task An_Exception_Of_The_Bot_Is_Not_An_Answer()
    {
        _bot.OnPress = _ => throw new InvalidOperationException("broken");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => AnswerAsync(Incoming.Invoke("adaptiveCard/action", Press("Action.Execute"))));

        Assert.Empty(_adapter.Sent);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Success_Is_The_Two_Hundreds(int status, bool success) =>
        Assert.Equal(success, new InvokeResponse { Status = status }.IsSuccessStatusCode());

    [Fact]
    public void A_Typed_Answer_Has_One_Body()
    {
        var typed = new InvokeResponse<string> { Body = "text" };

        Assert.Equal("text", ((InvokeResponse)typed).Body);
    }

    private static JObject Press(string type) =>
        JObject.FromObject(new { action = new { type, verb = "decide", data = new Dictionary<string, string> { ["case"] = "42" } } });

    private async Task<InvokeResponse> AnswerAsync(Activity invoke)
    {
        await _bot.OnTurnAsync(new TurnContext(_adapter, invoke));
        return Assert.IsAssignableFrom<InvokeResponse>(_adapter.InvokeAnswer!.Value);
    }
}
