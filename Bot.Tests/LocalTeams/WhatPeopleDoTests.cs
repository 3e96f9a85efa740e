using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class WhatPeopleDoTests
{
    [Fact]
    public async Task A_Message_Looks_As_Teams_Sends_It()
    {
        await using var stage = await TeamsAndBot.StartAsync();

        await stage.Teams.As(Cast.Receptionist).SayAsync("report <b>");

        var message = Assert.Single(stage.Bot.Heard);
        Assert.Equal(("message", "report <b>", "plain"), ((string?)message["type"], (string?)message["text"], (string?)message["textFormat"]));
        Assert.Equal(("msteams", "en-GB"), ((string?)message["channelId"], (string?)message["locale"]));
        Assert.Equal(stage.Teams.BaseAddress.ToString(), (string?)message["serviceUrl"]);
        Assert.Equal(Cast.Receptionist.TeamsId, (string?)message["from"]!["id"]);
        Assert.Equal(Cast.Receptionist.ObjectId.ToString(), (string?)message["from"]!["aadObjectId"]);
        Assert.Equal(("personal", Practice.TenantId, Cast.Receptionist.ChatId), (
            (string?)message["conversation"]!["conversationType"],
            (string?)message["conversation"]!["tenantId"],
            (string?)message["conversation"]!["id"]));
        Assert.StartsWith("28:", (string?)message["recipient"]!["id"]);
        Assert.Equal(Practice.TenantId, (string?)message["channelData"]!["tenant"]!["id"]);
        Assert.Equal("clientInfo", (string?)message["entities"]![0]!["type"]);
        Assert.NotNull(message["localTimestamp"]);
        Assert.Equal("text/html", (string?)message["attachments"]![0]!["contentType"]);
        Assert.Equal("<p>report &lt;b&gt;</p>", (string?)message["attachments"]![0]!["content"]);
    }

    [Fact]
    public async Task The_First_Message_Is_Preceded_By_The_News_Of_The_Installation_Once()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var receptionist = stage.Teams.As(Cast.Receptionist);

        await receptionist.SayAsync("Hello");
        await receptionist.SayAsync("Hello again");

        var own = stage.Bot.Received.Where(activity => (string?)activity["from"]!["id"] == Cast.Receptionist.TeamsId).ToList();
        Assert.Equal(["installationUpdate", "conversationUpdate", "message", "message"], own.Select(activity => (string?)activity["type"]));
        Assert.Equal("add", (string?)own[0]["action"]);
        Assert.Contains(own[1]["membersAdded"]!.AsArray(), member => (string?)member!["id"] == Practice.BotId);
    }

    [Fact]
    public async Task The_Team_Tells_The_Bot_Where_It_Was_Added()
    {
        await using var stage = await TeamsAndBot.StartAsync();

        var (update, installed) = (stage.Bot.Received[0], stage.Bot.Received[1]);

        Assert.Equal("conversationUpdate", (string?)update["type"]);
        Assert.Equal("teamMemberAdded", (string?)update["channelData"]!["eventType"]);
        Assert.Equal(Practice.TeamGroupId, (string?)update["channelData"]!["team"]!["aadGroupId"]);
        Assert.Equal(Practice.TeamId, (string?)update["channelData"]!["settings"]!["selectedChannel"]!["id"]);
        Assert.Equal(Practice.BotId, (string?)update["membersAdded"]![0]!["id"]);
        Assert.Equal(("installationUpdate", "add"), ((string?)installed["type"], (string?)installed["action"]));
    }

    [Fact]
    public async Task A_Submit_Sends_The_Data_With_The_Inputs_And_No_Text()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var post = await stage.SendAsync(Cast.Nurse, Cards.Message(
            Cards.Saying("Form", Cards.Action("Action.Submit", "Continue", new() { ["verb"] = "form" }))));

        var shown = await stage.Teams.As(Cast.Nurse).PressAsync(post, "Continue", new() { ["about"] = "me" });

        var message = Assert.Single(stage.Bot.Heard);
        Assert.Equal(("message", post.Id), ((string?)message["type"], (string?)message["replyToId"]));
        Assert.Null(message["text"]);
        Assert.Equal("""{"verb":"form","about":"me"}""", message["value"]!.ToJsonString());
        Assert.Equal(NoticeKind.Sent, shown.Notices[Cast.Nurse.Key].Kind);
    }

    [Fact]
    public async Task A_MessageBack_Shows_One_Thing_And_Sends_Another()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var post = await stage.SendAsync(Cast.Nurse, Cards.Message(Cards.Saying("Hello", Cards.Action("Action.Submit", "Report", new()
        {
            ["msteams"] = new JsonObject
            {
                ["type"] = "messageBack",
                ["displayText"] = "Report something",
                ["text"] = "report",
                ["value"] = """{"from":"welcome"}""",
            },
        }))));

        await stage.Teams.As(Cast.Nurse).PressAsync(post, "Report");

        var message = stage.Bot.Heard.Single(activity => (string?)activity["text"] == "report");
        Assert.Equal("welcome", (string?)message["value"]!["from"]);
        Assert.Equal("Report something", (string?)stage.Teams.As(Cast.Nurse).Chat[^1].Activity["text"]);
    }

    [Fact]
    public async Task An_ImBack_Is_Said_Aloud()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var post = await stage.SendAsync(Cast.Nurse, Cards.Message(Cards.Saying("Hello", Cards.Action("Action.Submit", "Mine", new()
        {
            ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = "my reports" },
        }))));

        await stage.Teams.As(Cast.Nurse).PressAsync(post, "Mine");

        var message = Assert.Single(stage.Bot.Heard);
        Assert.Equal("my reports", (string?)message["text"]);
        Assert.Null(message["value"]);
    }

    [Fact]
    public async Task An_Execute_Is_An_Invoke_And_Its_Card_Replaces_The_Viewers_Own()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        stage.Bot.Answer = _ => ScriptedBot.NewCard(Cards.Saying("Decided"));
        var post = await stage.SendAsync(Cast.Manager, Executable("Case"));

        await stage.Teams.As(Cast.Manager).PressAsync(post, "Decide", new() { ["reason"] = "clear" });

        var invoke = Assert.Single(stage.Bot.Heard);
        Assert.Equal(("invoke", "adaptiveCard/action"), ((string?)invoke["type"], (string?)invoke["name"]));
        Assert.Equal(("manual", "decide"), ((string?)invoke["value"]!["trigger"], (string?)invoke["value"]!["action"]!["verb"]));
        Assert.Equal("""{"case":7,"reason":"clear"}""", invoke["value"]!["action"]!["data"]!.ToJsonString());
        Assert.Equal("Decided", Cards.Text(stage.Teams.As(Cast.Manager).Card(post)));
        Assert.Equal("Case", Cards.Text(stage.Teams.As(Cast.Deputy).Card(post)));
    }

    [Fact]
    public async Task An_Update_By_The_Bot_Replaces_What_A_Viewer_Saw()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        stage.Bot.Answer = _ => ScriptedBot.NewCard(Cards.Saying("Mine"));
        var post = await stage.SendAsync(Cast.Manager, Executable("Case"));
        await stage.Teams.As(Cast.Manager).PressAsync(post, "Decide");

        await stage.CallAsync(HttpMethod.Put, $"{TeamsAndBot.Activities(Cast.Manager.ChatId)}/{post.Id}", Executable("New version"));

        Assert.Equal("New version", Cards.Text(stage.Teams.As(Cast.Manager).Card(post)));
    }

    public static TheoryData<int, string, string, string> Answers() => new()
    {
        { 200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Asked."}""", "FromApp", "Asked." },
        { 200, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"x"}}""", "Failed", "Something went wrong. Please try again." },
        { 200, "", "Failed", "Unable to reach app. Please try again." },
        { 200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive"}""", "Failed", "Unable to reach app. Please try again." },
        { 500, "", "Failed", "Unable to reach app. Please try again." },
        { 501, "", "Failed", "Unable to reach app. Please try again." },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Other_Answers_To_A_Press_Are_Shown_Below_The_Card(int status, string body, string kind, string text)
    {
        await using var stage = await TeamsAndBot.StartAsync();
        stage.Bot.Answer = _ => Results.Text(body, "application/json", statusCode: status);
        var post = await stage.SendAsync(Cast.Manager, Executable("Case"));

        var shown = await stage.Teams.As(Cast.Manager).PressAsync(post, "Decide");

        Assert.Equal(new Notice(Enum.Parse<NoticeKind>(kind), text), shown.Notices[Cast.Manager.Key]);
        Assert.Equal("Case", Cards.Text(stage.Teams.As(Cast.Manager).Card(post)));
    }

    [Fact]
    public async Task A_Card_Is_Refreshed_Once_For_Each_Version_And_Only_For_Those_It_Names()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        stage.Bot.Answer = _ => ScriptedBot.NewCard(Cards.Saying("Your view"));
        var post = await stage.SendAsync(Cast.Manager, Refreshing("First"));
        var manager = stage.Teams.As(Cast.Manager);

        await manager.RefreshAsync(post);
        post = await manager.RefreshAsync(post);
        await stage.Teams.As(Cast.Deputy).RefreshAsync(post);

        var invoke = Assert.Single(stage.Bot.Heard);
        Assert.Equal("automatic", (string?)invoke["value"]!["trigger"]);
        Assert.Equal("Your view", Cards.Text(manager.Card(post)));

        await stage.CallAsync(HttpMethod.Put, $"{TeamsAndBot.Activities(Cast.Manager.ChatId)}/{post.Id}", Refreshing("Second"));
        await manager.RefreshAsync(stage.Teams.Book.Find(post.Id)!);

        Assert.Equal(2, stage.Bot.Heard.Count);
    }

    [Fact]
    public async Task In_A_Channel_Only_A_Mention_Reaches_The_Bot()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var nurse = stage.Teams.As(Cast.Nurse);

        await nurse.SayInChannelAsync(Practice.General, "Lunch?", mentionsBot: false);
        var asked = await nurse.SayInChannelAsync(Practice.General, "summary", mentionsBot: true);

        var message = Assert.Single(stage.Bot.Heard);
        Assert.Equal($"<at>{Practice.BotName}</at> summary", (string?)message["text"]);
        Assert.Equal("mention", (string?)message["entities"]![0]!["type"]);
        Assert.Equal($"{Practice.TeamId};messageid={asked.Id}", (string?)message["conversation"]!["id"]);
        Assert.Equal("channel", (string?)message["conversation"]!["conversationType"]);
        Assert.Equal(Practice.TeamId, (string?)message["channelData"]!["team"]!["id"]);
        Assert.Equal(2, stage.Teams.In(Practice.General).Count);
    }

    [Fact]
    public async Task A_Bot_That_Does_Not_Run_Is_Shown_Below_The_Message()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        stage.Teams.BotEndpoint = null;

        var said = await stage.Teams.As(Cast.Nurse).SayAsync("Anyone there?");

        Assert.Equal(NoticeKind.Failed, said.Notices[Cast.Nurse.Key].Kind);
    }

    [Fact]
    public async Task A_Bot_That_Takes_Too_Long_Cannot_Be_Reached()
    {
        await using var stage = await TeamsAndBot.StartAsync(new() { BotPatience = TimeSpan.FromMilliseconds(200) });
        var never = new TaskCompletionSource<IResult>();
        stage.Bot.Answer = activity => (string?)activity["type"] == "invoke" ? new Late(never.Task) : Results.Ok();
        var post = await stage.SendAsync(Cast.Manager, Executable("Case"));

        var shown = await stage.Teams.As(Cast.Manager).PressAsync(post, "Decide");
        never.SetResult(Results.Ok());

        Assert.Equal(NoticeKind.Failed, shown.Notices[Cast.Manager.Key].Kind);
    }

    [Theory]
    [InlineData("A reply is waiting", "Long text", "A reply is waiting")]
    [InlineData(null, "Only text", "Only text")]
    [InlineData(" ", null, "sent a card")]
    public async Task The_Lock_Screen_Shows_The_Summary_Else_The_Text(string? summary, string? text, string shown)
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var message = Cards.Message(Cards.Saying("Secret"));
        (message["summary"], message["text"]) = (summary, text);

        var post = await stage.SendAsync(Cast.Nurse, message);

        Assert.Equal(shown, LockScreen.Line(post.Activity));
    }

    private static JsonObject Executable(string text) =>
        Cards.Message(Cards.Saying(text, Cards.Action("Action.Execute", "Decide", new() { ["case"] = 7 })));

    private static JsonObject Refreshing(string text)
    {
        var card = Cards.Saying(text);
        card["refresh"] = new JsonObject
        {
            ["action"] = Cards.Action("Action.Execute", "Refresh", []),
            ["userIds"] = new JsonArray(Cast.Manager.TeamsId),
        };
        return Cards.Message(card);
    }

    private sealed class Late(Task<IResult> answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext) => await (await answer).ExecuteAsync(httpContext);
    }
}
