using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Builder.Teams;

public sealed class TeamsActivityHandlerTests
{
    private readonly SpyAdapter _adapter = new();
    private readonly RecordingTeamsHandler _bot = new();

    [Theory]
    [InlineData("channelCreated", "channelCreated c t")]
    [InlineData("channelDeleted", "channelDeleted c t")]
    [InlineData("channelRenamed", "channelRenamed c t")]
    [InlineData("channelRestored", "channelRestored c t")]
    [InlineData("teamArchived", "teamArchived t")]
    [InlineData("teamDeleted", "teamDeleted t")]
    [InlineData("teamHardDeleted", "teamHardDeleted t")]
    [InlineData("teamRenamed", "teamRenamed t")]
    [InlineData("teamRestored", "teamRestored t")]
    [InlineData("teamUnarchived", "teamUnarchived t")]
    [InlineData("somethingNew", null)]
    public async Task Every_Event_Of_A_Team_Has_Its_Method(string eventType, string? called)
    {
        await RunAsync(In(Incoming.Activity(ActivityTypes.ConversationUpdate), eventType));

        Assert.Equal(called == null ? [] : new[] { called }, _bot.Calls);
    }

    [Fact]
    public async Task On_Another_Channel_Teams_Events_Mean_Nothing()
    {
        await RunAsync(In(Incoming.Activity(ActivityTypes.ConversationUpdate, "webchat"), "teamRenamed"));
        await RunAsync(In(Incoming.Activity(ActivityTypes.MessageUpdate, "webchat"), "editMessage"));

        Assert.Empty(_bot.Calls);
    }

    [Theory]
    [InlineData("messageUpdate", "editMessage", "edit")]
    [InlineData("messageUpdate", "undeleteMessage", "undelete")]
    [InlineData("messageUpdate", "other", null)]
    [InlineData("messageDelete", "softDeleteMessage", "soft delete")]
    [InlineData("messageDelete", "editMessage", null)]
    public async Task Edits_And_Deletions_Have_Their_Methods(string type, string eventType, string? called)
    {
        await RunAsync(In(Incoming.Activity(type), eventType));

        Assert.Equal(called == null ? [] : new[] { called }, _bot.Calls);
    }

    [Fact]
    public async Task The_Bot_Itself_And_A_Complete_Newcomer_Are_Not_Looked_Up()
    {
        var activity = In(Incoming.Activity(ActivityTypes.ConversationUpdate), null);
        activity.MembersAdded =
        [
            new ChannelAccount { Id = "bot" },
            JObject.Parse("""{"id":"ada","name":"Ada","email":"ada@practice.example","userPrincipalName":"ada@tenant.example"}""")
                .ToObject<ChannelAccount>()!,
        ];

        await RunAsync(activity);

        Assert.Equal(["team members added t", "added"], _bot.Calls);
        Assert.Equal(["bot", "ada"], _bot.Members.Select(member => member.Id));
        Assert.Equal(
            ("Ada", "ada@practice.example", "ada@tenant.example"),
            (_bot.Members[1].Name, _bot.Members[1].Email, _bot.Members[1].UserPrincipalName));
    }

    [Fact]
    public async Task Leavers_Are_Reported_As_Far_As_They_Are_Known()
    {
        var activity = In(Incoming.Activity(ActivityTypes.ConversationUpdate), null);
        activity.MembersRemoved = [new ChannelAccount { Id = "ada", AadObjectId = "oid" }];

        await RunAsync(activity);

        Assert.Equal(["team members removed t", "removed"], _bot.Calls);
        Assert.Equal("oid", _bot.Members[0].AadObjectId);
    }

    [Theory]
    [InlineData("application/vnd.microsoft.readReceipt", 0)]
    [InlineData("application/vnd.microsoft.meetingStart", 0)]
    [InlineData("application/vnd.microsoft.meetingEnd", 0)]
    [InlineData("something", 1)]
    public async Task Receipts_And_Meetings_Are_Not_Ordinary_Events(string name, int calls)
    {
        var activity = Incoming.Activity(ActivityTypes.Event);
        activity.Name = name;
        activity.Value = new JObject();

        await RunAsync(activity);

        Assert.Equal(calls, _bot.Calls.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("adaptiveCard/action")]
    [InlineData("actionableMessage/executeAction")]
    [InlineData("composeExtension/queryLink")]
    [InlineData("composeExtension/query")]
    [InlineData("composeExtension/selectItem")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("composeExtension/fetchTask")]
    [InlineData("composeExtension/querySettingUrl")]
    [InlineData("composeExtension/setting")]
    [InlineData("composeExtension/onCardButtonClicked")]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("fileConsent/invoke")]
    [InlineData("signin/verifyState")]
    [InlineData("something/else")]
    public async Task An_Invoke_That_Nobody_Handles_Is_501(string? name)
    {
        var value = JObject.Parse("""{"action":"accept"}""");
        if (name == "adaptiveCard/action")
        {
            value = JObject.Parse("""{"action":{"type":"Action.Execute","verb":"v"}}""");
        }

        Assert.Equal(501, (await AnswerAsync(Incoming.Invoke(name, value))).Status);
    }

    [Theory]
    [InlineData("task/fetch", "\"text\"", "expected type 'JValue'")]
    [InlineData("composeExtension/query", "[]", "expected type 'JArray'")]
    [InlineData("fileConsent/invoke", """{"action":"other"}""", "other is not a supported Action.")]
    [InlineData(
        "composeExtension/submitAction",
        """{"botMessagePreviewAction":"other"}""",
        "other is not a supported BotMessagePreviewAction.")]
    public async Task A_Malformed_Invoke_Is_400(string name, string value, string body)
    {
        var answer = await AnswerAsync(Incoming.Invoke(name, JToken.Parse(value)));

        Assert.Equal((400, body), (answer.Status, answer.Body));
    }

    private static Activity In(Activity activity, string? eventType)
    {
        activity.ChannelData = JObject.FromObject(new { eventType, team = new { id = "t" }, channel = new { id = "c" } });
        return activity;
    }

    private Task RunAsync(Activity activity) => _bot.OnTurnAsync(new TurnContext(_adapter, activity));

    private async Task<InvokeResponse> AnswerAsync(Activity invoke)
    {
        await RunAsync(invoke);
        return Assert.IsAssignableFrom<InvokeResponse>(_adapter.InvokeAnswer!.Value);
    }
}
