using System.Text;
using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>Calls that Teams would not make: each gets its status, runs nothing, loses nothing and leaves nothing in the logs.</summary>
public sealed class BadCallTests(AttackedPractice attacked) : IClassFixture<AttackedPractice>
{
    private const string Secret = "Mrs Jones";

    public static TheoryData<string, string> NotAnActivity => new()
    {
        { "nothing", "" },
        { "half of it", """{"type":"message","text":"Mrs Jones""" },
        { "not JSON", "type=message&text=Mrs Jones" },
        { "a list", """[{"type":"message","text":"Mrs Jones"}]""" },
        { "a text", "\"Mrs Jones\"" },
        { "null", "null" },
        { "no type", """{"text":"Mrs Jones","channelId":"msteams"}""" },
        { "an empty type", """{"type":"","text":"Mrs Jones"}""" },
        { "no type but null", """{"type":null,"text":"Mrs Jones"}""" },
        { "a conversation that is a text", """{"type":"message","conversation":"Mrs Jones"}""" },
        { "attachments that are none", """{"type":"message","attachments":"Mrs Jones"}""" },
        { "a date that is none", """{"type":"message","timestamp":"Mrs Jones"}""" },
        { "very deep", """{"type":"message","value":""" + new string('[', 100_000) + new string(']', 100_000) + "}" },
        { "deep and never closed", """{"type":"message","value":""" + string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) },
    };

    [Theory]
    [MemberData(nameof(NotAnActivity))]
    public async Task What_Is_Not_An_Activity_Is_400(string what, string body) => await NothingRunsAsync(async () =>
    {
        var (status, answer) = await attacked.Caller.SendAsync(HttpMethod.Post, body);
        Assert.True((status, answer) == (400, ""), $"{what}: {status} {answer}");
    });

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task Another_Content_Type_Is_415(string? contentType) => await NothingRunsAsync(async () =>
    {
        var message = attacked.Caller.LastOf(Cast.Receptionist);
        message["text"] = Secret;
        Assert.Equal((415, ""), await attacked.Caller.SendAsync(HttpMethod.Post, message.ToJsonString(), contentType));
    });

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    public async Task Only_Posts_Are_Activities(string method, int expected) => await NothingRunsAsync(async () =>
    {
        var body = method == "GET" ? null : attacked.Caller.LastOf(Cast.Receptionist).ToJsonString();
        Assert.Equal(expected, (await attacked.Caller.SendAsync(new HttpMethod(method), body)).Status);
    });

    [Fact]
    public async Task There_Is_Nothing_Elsewhere() => await NothingRunsAsync(async () =>
    {
        Assert.Equal(404, (await attacked.Caller.SendAsync(HttpMethod.Get, null, path: "")).Status);
        Assert.Equal(404, (await attacked.Caller.SendAsync(HttpMethod.Get, null, path: "data/rowcroft.db")).Status);
        Assert.Equal(404, (await attacked.Caller.SendAsync(HttpMethod.Post, "{}", path: "api/notify")).Status);
    });

    [Fact]
    public async Task Two_Megabytes_Are_413() => await NothingRunsAsync(async () =>
    {
        var message = attacked.Caller.LastOf(Cast.Receptionist);
        message["text"] = Secret + new string('x', 2 * 1024 * 1024);
        var (status, answer) = await attacked.Caller.PostAsync(message);
        Assert.Equal(413, status);
        Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
    });

    [Fact]
    public async Task An_Activity_Nobody_Knows_Is_Taken_And_Ignored() => await NothingRunsAsync(async () =>
    {
        var odd = attacked.Caller.LastOf(Cast.Receptionist);
        odd["type"] = "somethingNew";
        odd["text"] = Secret;
        Assert.Equal((200, ""), await attacked.Caller.PostAsync(odd));
    });

    [Fact]
    public async Task A_Press_Of_Another_Kind_Is_501() => await NothingRunsAsync(async () =>
    {
        var press = attacked.Caller.Press(Cast.Receptionist, "case/decide", new JsonObject());
        press["name"] = "somebody/elses";
        Assert.Equal(501, (await attacked.Caller.PostAsync(press)).Status);
    });

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/explode","data":{"text":"Mrs Jones"}}}""", 200, Greetings.UnknownButton)]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"text":"Mrs Jones"}}}""", 200, Greetings.UnknownButton)]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/decide"}}""", 200, Greetings.UnknownButton)]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/decide","data":"Mrs Jones"}}""", 200, Greetings.UnknownButton)]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/decide","data":["Mrs Jones"]}}""", 200, Greetings.UnknownButton)]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/decide","data":{}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/decide","data":{"case":{"a":"Mrs Jones"},"version":1}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/ask","data":{"case":"not-an-id","version":1}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/refresh","data":{"case":"00000000000000000000000000000001","version":"one"}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/list","data":{"page":-1}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"case/list","data":{"page":99999999999999999999}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"question/answer","data":{"case":null,"answer":["Mrs Jones"]}}}""", 200, "I could not read that press")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"case/decide","data":{}}}""", 400, null)]
    [InlineData("""{"action":"Mrs Jones"}""", 400, null)]
    [InlineData("\"Mrs Jones\"", 400, null)]
    [InlineData("null", 400, null)]
    public async Task A_Press_That_Makes_No_Sense_Gets_A_Sentence_Or_An_Error(string value, int expected, string? sentence) => await NothingRunsAsync(async () =>
    {
        var press = attacked.Caller.Press(Cast.Receptionist, null, null);
        press["value"] = JsonNode.Parse(value);
        var (status, body) = await attacked.Caller.PostAsync(press);
        var answer = JsonNode.Parse(body)!;
        Assert.Equal((expected, expected), (status, (int?)answer["statusCode"]));
        if (sentence is not null)
        {
            Assert.StartsWith(sentence, (string?)answer["value"], StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("case/decide")]
    [InlineData("case/ask")]
    [InlineData("case/refresh")]
    [InlineData("question/answer")]
    public async Task A_Card_Whose_Case_Is_Gone_Becomes_A_Card_That_Says_So(string verb) => await NothingRunsAsync(async () =>
    {
        var (status, body) = await attacked.Caller.PostAsync(attacked.Caller.Press(Cast.Receptionist, verb, new JsonObject
        {
            ["case"] = Guid.NewGuid().ToString("N"),
            ["version"] = 1,
            ["reason"] = Secret,
            ["answer"] = Secret,
            ["question"] = Secret,
        }));
        Assert.Equal(200, status);
        Assert.Contains("There is no case here for you", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
    });

    /// <summary>The receptionist's chat stays as it is, their report can go on, and no line of any log says what was sent.</summary>
    private async Task NothingRunsAsync(Func<Task> attack)
    {
        var receptionist = attacked.Practice.Receptionist;
        var before = receptionist.FromBot.Count;
        await attack();
        Assert.Equal(before, receptionist.FromBot.Count);
        Assert.DoesNotContain(attacked.Logs.Lines, line => line.Contains(Secret, StringComparison.Ordinal));

        await receptionist.SayAsync("", receptionist.Paste(Encoding.ASCII.GetBytes("not a picture")));
        Assert.Contains("Send more, or press Done.", receptionist.Reads(), StringComparison.Ordinal);
    }
}
