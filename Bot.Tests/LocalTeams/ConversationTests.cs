using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.People;
using static Rowcroft.TeamsBot.Tests.LocalTeams.TeamsAndBot;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_Private_Chat_Is_Created_Once_And_Found_Again()
    {
        await using var stage = await StartAsync();

        var (status, first) = await stage.CallAsync(HttpMethod.Post, "v3/conversations", ChatWith(Cast.Nurse.TeamsId));
        var (_, second) = await stage.CallAsync(HttpMethod.Post, "v3/conversations", ChatWith(Cast.Nurse.ObjectId.ToString()));

        Assert.Equal(201, status);
        Assert.Equal(Cast.Nurse.ChatId, (string?)first!["id"]);
        Assert.Equal((string?)first["id"], (string?)second!["id"]);
    }

    [Fact]
    public async Task A_Private_Chat_Can_Begin_With_A_Message()
    {
        await using var stage = await StartAsync();
        var parameters = ChatWith(Cast.Nurse.TeamsId);
        parameters["activity"] = Text("Good morning");

        var (_, body) = await stage.CallAsync(HttpMethod.Post, "v3/conversations", parameters);

        var post = Assert.Single(stage.Teams.As(Cast.Nurse).FromBot);
        Assert.Equal((string?)body!["activityId"], post.Id);
        Assert.Equal("Good morning", (string?)post.Activity["text"]);
    }

    [Fact]
    public async Task A_Channel_Conversation_Is_A_New_Thread_And_Takes_Answers()
    {
        await using var stage = await StartAsync();

        var (status, thread) = await stage.CallAsync(HttpMethod.Post, "v3/conversations", ThreadIn(Practice.OnlineSafety.Id, Text("This week")));
        var id = (string)thread!["id"]!;
        await stage.CallAsync(HttpMethod.Post, Activities(id), Text("And last week"));

        Assert.Equal(201, status);
        Assert.Equal($"{Practice.OnlineSafety.Id};messageid={(string?)thread["activityId"]}", id);
        var posts = stage.Teams.In(Practice.OnlineSafety);
        Assert.Equal(2, posts.Count);
        Assert.All(posts, post => Assert.Equal((string?)thread["activityId"], post.ThreadId));
    }

    [Fact]
    public async Task A_Message_To_A_Channel_Itself_Begins_A_Thread()
    {
        await using var stage = await StartAsync();

        await stage.CallAsync(HttpMethod.Post, Activities(Practice.TeamId), Text("One"));
        await stage.CallAsync(HttpMethod.Post, Activities(Practice.TeamId), Text("Two"));

        Assert.Equal(2, stage.Teams.In(Practice.General).Select(post => post.ThreadId).Distinct().Count());
    }

    [Fact]
    public async Task Sending_And_Replying_Give_New_Ids()
    {
        await using var stage = await StartAsync();

        var (sent, first) = await stage.CallAsync(HttpMethod.Post, Activities(Cast.Nurse.ChatId), Text("One"));
        var (replied, second) = await stage.CallAsync(HttpMethod.Post, $"{Activities(Cast.Nurse.ChatId)}/{first!["id"]}", Text("Two"));

        Assert.Equal((201, 201), (sent, replied));
        Assert.NotEqual((string?)first["id"], (string?)second!["id"]);
        Assert.Equal(["One", "Two"], stage.Teams.As(Cast.Nurse).Chat.Select(post => (string?)post.Activity["text"]));
    }

    [Fact]
    public async Task An_Update_Replaces_The_Message_And_A_Delete_Removes_It()
    {
        await using var stage = await StartAsync();
        var post = await stage.SendAsync(Cast.Nurse, Text("Draft"));
        var path = $"{Activities(Cast.Nurse.ChatId)}/{post.Id}";

        var (updated, body) = await stage.CallAsync(HttpMethod.Put, path, Text("Final"));
        var shown = Assert.Single(stage.Teams.As(Cast.Nurse).Chat);
        var (deleted, _) = await stage.CallAsync(HttpMethod.Delete, path);

        Assert.Equal((200, post.Id), (updated, (string?)body!["id"]));
        Assert.Equal(("Final", 2), ((string?)shown.Activity["text"], shown.Version));
        Assert.Equal(200, deleted);
        Assert.Empty(stage.Teams.As(Cast.Nurse).Chat);
        Assert.Equal(404, (await stage.CallAsync(HttpMethod.Put, path, Text("Again"))).Status);
    }

    [Fact]
    public async Task A_Bot_Cannot_Change_What_A_Person_Wrote()
    {
        await using var stage = await StartAsync();
        var said = await stage.Teams.As(Cast.Nurse).SayAsync("Mine");
        var path = $"{Activities(Cast.Nurse.ChatId)}/{said.Id}";

        Assert.Equal(403, (await stage.CallAsync(HttpMethod.Put, path, Text("Changed"))).Status);
        Assert.Equal(403, (await stage.CallAsync(HttpMethod.Delete, path)).Status);
    }

    [Fact]
    public async Task Typing_Is_Taken_And_Not_Kept()
    {
        await using var stage = await StartAsync();

        var (status, _) = await stage.CallAsync(HttpMethod.Post, Activities(Cast.Nurse.ChatId), new JsonObject { ["type"] = "typing" });

        Assert.Equal(201, status);
        Assert.Empty(stage.Teams.As(Cast.Nurse).Chat);
    }

    [Theory]
    [InlineData("{", 400, "BadSyntax")]
    [InlineData("[]", 400, "BadSyntax")]
    [InlineData("{}", 400, "BadSyntax")]
    [InlineData("{\"type\":\"message\"}", 400, "BadArgument")]
    [InlineData("{\"type\":7,\"text\":\"x\"}", 400, "BadSyntax")]
    [InlineData("{\"type\":\"message\",\"text\":{}}", 400, "BadArgument")]
    [InlineData("{\"type\":\"poem\",\"text\":\"x\"}", 400, "BadArgument")]
    public async Task What_Teams_Would_Not_Take_Is_Refused(string body, int status, string code)
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(HttpMethod.Post, Activities(Cast.Nurse.ChatId), body);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, Code(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject()));
    }

    [Fact]
    public async Task A_Message_Over_The_Size_Limit_Is_Refused()
    {
        await using var stage = await StartAsync();

        var (status, body) = await stage.CallAsync(
            HttpMethod.Post, Activities(Cast.Nurse.ChatId), Text(new string('x', RequestJson.LargestMessage)));

        Assert.Equal((413, "MessageSizeTooBig"), (status, Code(body)));
    }

    [Fact]
    public async Task Unknown_Ids_Are_Not_Found()
    {
        await using var stage = await StartAsync();

        var conversation = await stage.CallAsync(HttpMethod.Post, Activities("a:unknown"), Text("x"));
        var activity = await stage.CallAsync(HttpMethod.Put, $"{Activities(Cast.Nurse.ChatId)}/1", Text("x"));
        var member = await stage.CallAsync(HttpMethod.Post, "v3/conversations", ChatWith("29:unknown"));

        Assert.Equal((404, "ConversationNotFound"), (conversation.Status, Code(conversation.Body)));
        Assert.Equal((404, "ActivityNotFoundInConversation"), (activity.Status, Code(activity.Body)));
        Assert.Equal(400, member.Status);
    }

    [Fact]
    public async Task A_Stranger_Who_Never_Spoke_To_The_Bot_Cannot_Be_Written_To()
    {
        await using var stage = await StartAsync();

        var (status, body) = await stage.CallAsync(HttpMethod.Post, "v3/conversations", ChatWith(Cast.Stranger.TeamsId));

        Assert.Equal((403, "ForbiddenOperationException"), (status, Code(body)));
    }

    [Fact]
    public async Task Who_Removed_The_Bot_Cannot_Be_Written_To_Until_They_Add_It_Again()
    {
        await using var stage = await StartAsync();
        var nurse = stage.Teams.As(Cast.Nurse);
        await nurse.InstallAsync();
        await nurse.UninstallAsync();

        var (gone, body) = await stage.CallAsync(HttpMethod.Post, Activities(Cast.Nurse.ChatId), Text("Hello?"));
        await nurse.InstallAsync();
        var (back, _) = await stage.CallAsync(HttpMethod.Post, Activities(Cast.Nurse.ChatId), Text("Hello!"));

        Assert.Equal((403, "BotNotInConversationRoster"), (gone, Code(body)));
        Assert.Equal(201, back);
        Assert.Equal(["add", "remove", "add"], stage.Bot.Received
            .Where(activity => (string?)activity["from"]!["id"] == Cast.Nurse.TeamsId)
            .Select(activity => (string?)activity["action"]).OfType<string>());
    }

    private static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    private static JsonObject ChatWith(string id) => new()
    {
        ["isGroup"] = false,
        ["bot"] = new JsonObject { ["id"] = Practice.BotId },
        ["members"] = new JsonArray(new JsonObject { ["id"] = id }),
        ["tenantId"] = Practice.TenantId,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Practice.TenantId } },
    };

    private static JsonObject ThreadIn(string channelId, JsonObject activity) => new()
    {
        ["isGroup"] = true,
        ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channelId } },
        ["activity"] = activity,
    };
}
