using System.Text.Json.Nodes;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Clock;
using Rowcroft.LocalTeams.People;
using static Rowcroft.TeamsBot.Tests.LocalTeams.TeamsAndBot;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class PageTests
{
    [Theory]
    [InlineData("", "text/html")]
    [InlineData("?person=manager", "text/html")]
    [InlineData("js/main.js", "text/javascript")]
    [InlineData("css/page.css", "text/css")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task The_Page_And_Its_Files_Are_Served(string path, string type)
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(HttpMethod.Get, path);

        Assert.Equal((200, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("LocalTeams.csproj")]
    [InlineData("js/../../Program.cs")]
    public async Task Nothing_Else_Of_The_Project_Is_Served(string path)
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(HttpMethod.Get, path);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("teams.example")]
    [InlineData("127.0.0.1.teams.example")]
    [InlineData("192.168.0.7")]
    public async Task A_Request_For_Another_Host_Is_Turned_Away(string host)
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(HttpMethod.Get, "", change: request => request.Headers.Host = host);

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_Request_From_Another_Site_Is_Turned_Away()
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(
            HttpMethod.Delete, "_control/faults", change: request => request.Headers.Add("Origin", "https://elsewhere.example"));

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_Page_Speaks_Uploads_And_Presses_For_A_Person()
    {
        await using var stage = await StartAsync();
        var post = await stage.SendAsync(Cast.Nurse, Cards.Message(Cards.Saying("Form")));

        var (_, upload) = await stage.CallAsync(HttpMethod.Post, "_page/people/nurse/uploads?name=a.png&kind=File", new JsonObject());
        await stage.CallAsync(HttpMethod.Post, "_page/people/nurse/say", new JsonObject
        {
            ["text"] = "Here it is",
            ["uploads"] = new JsonArray((string?)upload!["id"]),
        });
        await stage.CallAsync(HttpMethod.Post, "_page/people/nurse/press", new JsonObject
        {
            ["post"] = post.Id,
            ["action"] = Cards.Action("Action.Submit", "Continue", new() { ["verb"] = "form" }),
        });

        Assert.Equal(2, stage.Bot.Heard.Count);
        Assert.Equal("a.png", (string?)stage.Bot.Heard[0]["attachments"]![0]!["name"]);
        Assert.Equal("form", (string?)stage.Bot.Heard[1]["value"]!["verb"]);
    }

    [Fact]
    public async Task A_Link_Of_The_Bots_Is_Opened_As_The_Person_Under_Their_Own_Name_For_This_Machine_Where_The_Bot_Runs_Here()
    {
        await using var host = new BotHost((_, _) => throw new InvalidOperationException("It is not started."), [], new Dictionary<string, string?>(), new ShiftableTimeProvider(TimeProvider.System));
        foreach (var here in (BotHost?[])[null, host])
        {
            await using var played = await StartAsync(new() { Bot = here });
            var bot = played.Teams.BotEndpoint!;
            foreach (var person in (Person[])[Cast.Manager, Cast.Receptionist])
            {
                var link = Uri.EscapeDataString(new Uri(bot, "/cases/RMC-2026-0001/evidence").ToString());
                using var opened = await played.CallRawAsync(HttpMethod.Get, $"_page/people/{person.Key}/open?url={link}");
                var (name, key) = here is null ? (bot.Host, "") : ($"{person.Key}.localhost", $"&key={here.SignInKey}");
                Assert.Equal(
                    $"http://{name}:{bot.Port}/local-sign-in?person={person.ObjectId}&returnUrl=%2Fcases%2FRMC-2026-0001%2Fevidence{key}",
                    opened.Headers.Location?.AbsoluteUri);
            }
        }

        await using var stage = await StartAsync();

        var elsewhere = Uri.EscapeDataString("https://elsewhere.example/cases/RMC-2026-0001/evidence");
        using var refused = await stage.CallRawAsync(HttpMethod.Get, $"_page/people/manager/open?url={elsewhere}");
        Assert.Equal(404, (int)refused.StatusCode);
    }

    [Theory]
    [InlineData("_page/people/nobody/say", """{"text":"x"}""", 404)]
    [InlineData("_page/people/nurse/say", """{"text":" "}""", 400)]
    [InlineData("_page/people/nurse/press", """{"post":"1","action":{}}""", 404)]
    [InlineData("_page/people/nurse/channel", """{"channel":"19:x","text":"x"}""", 400)]
    [InlineData("_control/people/nurse/fly", "{}", 404)]
    [InlineData("_control/bot/restart", "{}", 409)]
    [InlineData("_control/clock/next-monday", "{}", 409)]
    public async Task What_The_Page_Cannot_Do_Is_Refused(string path, string body, int status)
    {
        await using var stage = await StartAsync();

        using var response = await stage.CallRawAsync(HttpMethod.Post, path, body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_Page_That_Opens_Is_Told_What_Is_There_And_Then_What_Happens()
    {
        await using var stage = await StartAsync();
        await stage.Teams.As(Cast.Nurse).SayAsync("Before");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(stage.Teams.BaseAddress, "_page/events"));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var response = await http.SendAsync(request, default);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        var first = await NextAsync(lines);
        await stage.SendAsync(Cast.Nurse, new() { ["type"] = "message", ["text"] = "After" });
        JsonObject news;
        do
        {
            news = await NextAsync(lines);
        }
        while ((string?)news["kind"] != "post");

        Assert.Equal("snapshot", (string?)first["kind"]);
        Assert.Equal("Before", (string?)Assert.Single(first["posts"]!.AsArray())!["activity"]!["text"]);
        Assert.Equal("After", (string?)news["post"]!["activity"]!["text"]);
        Assert.Equal("After", (string?)news["post"]!["notification"]);
    }

    private static async Task<JsonObject> NextAsync(StreamReader lines)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await lines.ReadLineAsync(end.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line["data: ".Length..])!.AsObject();
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
