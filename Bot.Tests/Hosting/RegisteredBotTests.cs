using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>With an app id only Teams is listened to, and the bot's own token goes to Teams' connector and nowhere else.</summary>
public sealed class RegisteredBotTests
{
    private const string BotsToken = "Bearer the-bots-own-token";

    [SkippableTheory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Whoever_Brings_Teams_Token_Is_Answered_With_The_Bots_Own(string environment)
    {
        await using var bot = await RegisteredBot.StartAsync(environment);
        await bot.SayAsync(bot.Message("help"));
        Assert.Single(bot.Said);
        Assert.NotEmpty(bot.Microsoft.Calls);
        Assert.All(bot.Microsoft.Calls, call => Assert.Equal(BotsToken, call.Authorization));
    }

    [SkippableTheory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Without_A_Good_Token_Nothing_Runs(string environment)
    {
        await using var bot = await RegisteredBot.StartAsync(environment);
        var before = bot.Said.Count; // other calls are the outbox's: it posts the set-up card
        using var foreign = RSA.Create(2048);
        string?[] bad =
        [
            null,
            "",
            "Bearer",
            "Bearer nonsense",
            BotsToken,
            bot.Microsoft.Token(audience: "33333333-3333-3333-3333-333333333333"),
            bot.Microsoft.Token(audience: null),
            bot.Microsoft.Token(serviceUrl: "https://evil.example/"),
            bot.Microsoft.Token(key: foreign),
            bot.Microsoft.Token(age: TimeSpan.FromHours(2)),
            bot.Microsoft.Token(age: TimeSpan.FromHours(-1)),
            bot.Microsoft.Token() + "x",
        ];
        foreach (var token in bad)
        {
            Assert.True(await bot.PostAsync(bot.Message("help Mrs Jones"), token) == 401, token);
        }

        Assert.Equal(before, bot.Said.Count);
        Assert.DoesNotContain(bot.Microsoft.Calls, call => call.Body.Contains("Jones", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("Jones", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_Address_In_A_Good_Token_Is_The_Only_One_The_Bot_Talks_To()
    {
        await using var elsewhere = await PictureServer.StartAsync();
        await using var bot = await RegisteredBot.StartAsync("Production");
        var message = bot.Message("help");
        message["serviceUrl"] = elsewhere.Origin + "/";
        Assert.Equal(401, await bot.PostAsync(message, bot.Microsoft.Token()));
        Assert.Empty(elsewhere.Requests);
    }

    [SkippableFact]
    public async Task A_Pasted_Picture_Is_Fetched_With_The_Token_From_The_Connector_And_From_Nobody_Else()
    {
        await using var elsewhere = await PictureServer.StartAsync();
        await using var bot = await RegisteredBot.StartAsync("Development"); // elsewhere this machine gives no pictures
        bot.Microsoft.Picture = SamplePictures.Png(1);
        await bot.SayAsync(bot.Message("report"));
        await bot.SayAsync(bot.Press(ReportVerbs.Safe));
        await bot.SayAsync(bot.Press(ReportVerbs.Form, JsonNode.Parse(FilledForm.About().ToString())!.AsObject()));
        await bot.SayAsync(bot.Pictures(
            bot.Microsoft.ServiceUrl + "v3/attachments/1/views/original", elsewhere.Serve("/v3/attachments/2/views/original", SamplePictures.Png(2))));

        var fetched = Assert.Single(bot.Microsoft.Calls, call => call.Path.StartsWith("/v3/attachments", StringComparison.Ordinal));
        Assert.Equal(("/v3/attachments/1/views/original", BotsToken), (fetched.Path, fetched.Authorization));
        Assert.Null(Assert.Single(elsewhere.Requests).Authorization);
        Assert.Contains("2 screenshots are kept", bot.Said[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task In_Production_A_Picture_On_The_Bots_Own_Machine_Is_A_Foreign_One()
    {
        await using var bot = await RegisteredBot.StartAsync("Production");
        await bot.SayAsync(bot.Message("report"));
        await bot.SayAsync(bot.Press(ReportVerbs.Safe));
        await bot.SayAsync(bot.Press(ReportVerbs.Form, JsonNode.Parse(FilledForm.About().ToString())!.AsObject()));
        await bot.SayAsync(bot.Pictures(bot.Microsoft.ServiceUrl + "v3/attachments/1/views/original"));
        Assert.DoesNotContain(bot.Microsoft.Calls, call => call.Path.StartsWith("/v3/attachments", StringComparison.Ordinal));
        Assert.Contains("Its address does not belong to Teams", bot.Said[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Without_A_Token_To_Be_Had_A_Turn_Ends_Quietly_And_The_Next_One_Works()
    {
        await using var bot = await RegisteredBot.BeginAsync("Production");
        bot.Microsoft.GivesNoTokens = true; // before the first one is kept
        await bot.SayAsync(bot.Installation());
        await bot.SayAsync(bot.Message("help Mrs Jones"));
        Assert.Empty(bot.Said);
        Assert.Contains(bot.Logs.Lines, line => line.Contains(typeof(TurnErrors).FullName!, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("Jones", StringComparison.Ordinal));

        bot.Microsoft.GivesNoTokens = false;
        await bot.SayAsync(bot.Message("help"));
        Assert.Single(bot.Said);
    }
}
