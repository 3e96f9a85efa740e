using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.People;

namespace Rowcroft.TeamsBot.Tests.LocalTeams;

public sealed class UploadTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4e, 0x47, 1, 2, 3];

    [Fact]
    public async Task A_Pasted_Picture_Has_An_Address_On_The_Service()
    {
        await using var stage = await TeamsAndBot.StartAsync();

        var attachment = await PasteAsync(stage);

        Assert.Equal("image/*", (string?)attachment["contentType"]);
        Assert.StartsWith(stage.Teams.BaseAddress + "v3/attachments/", (string?)attachment["contentUrl"]);
        using var response = await stage.CallRawAsync(HttpMethod.Get, (string)attachment["contentUrl"]!);
        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Picture, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_Attached_File_Has_An_Address_That_Needs_No_Sign_In()
    {
        await using var stage = await TeamsAndBot.StartAsync();

        var attachment = await AttachAsync(stage, "Screen shot.PNG");

        Assert.Equal("application/vnd.microsoft.teams.file.download.info", (string?)attachment["contentType"]);
        Assert.Equal(("Screen shot.PNG", "png"), ((string?)attachment["name"], (string?)attachment["content"]!["fileType"]));
        Assert.True(Guid.TryParse((string?)attachment["content"]!["uniqueId"], out _));
        using var response = await stage.CallRawAsync(HttpMethod.Get, (string)attachment["content"]!["downloadUrl"]!);
        Assert.Equal(Picture, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_Attached_Files_Address_Without_Its_Token_Is_Refused()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var address = (string)(await AttachAsync(stage, "a.png"))["content"]!["downloadUrl"]!;

        using var wrong = await stage.CallRawAsync(HttpMethod.Get, address + "0");
        using var none = await stage.CallRawAsync(HttpMethod.Get, address[..address.IndexOf("&tempauth", StringComparison.Ordinal)]);

        Assert.Equal((403, 403), ((int)wrong.StatusCode, (int)none.StatusCode));
    }

    [Fact]
    public async Task Several_Uploads_Come_In_Order_With_The_Markup_Last()
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var nurse = stage.Teams.As(Cast.Nurse);

        await nurse.SayAsync("", nurse.Attach("one.png", Picture), nurse.Paste(Picture), nurse.Attach("two.png", Picture));

        var types = stage.Bot.Heard.Single()["attachments"]!.AsArray().Select(attachment => (string?)attachment!["contentType"]).ToList();
        Assert.Equal(
            ["application/vnd.microsoft.teams.file.download.info", "image/*", "application/vnd.microsoft.teams.file.download.info", "text/html"],
            types);
    }

    [Theory]
    [InlineData("Forbidden", 403)]
    [InlineData("NotFound", 404)]
    [InlineData("Redirect", 302)]
    public async Task A_Download_Can_Be_Made_To_Fail(string fault, int status)
    {
        await using var stage = await TeamsAndBot.StartAsync();
        var attachment = await PasteAsync(stage);
        stage.Teams.Faults.Add(new(ConnectorOperation.Attachment, Enum.Parse<FaultKind>(fault)));

        using var failed = await stage.CallRawAsync(HttpMethod.Get, (string)attachment["contentUrl"]!);
        using var then = await stage.CallRawAsync(HttpMethod.Get, (string)attachment["contentUrl"]!);

        Assert.Equal((status, 200), ((int)failed.StatusCode, (int)then.StatusCode));
    }

    private static async Task<JsonObject> PasteAsync(TeamsAndBot stage)
    {
        var nurse = stage.Teams.As(Cast.Nurse);
        await nurse.SayAsync("look", nurse.Paste(Picture));
        return stage.Bot.Heard[^1]["attachments"]![0]!.AsObject();
    }

    private static async Task<JsonObject> AttachAsync(TeamsAndBot stage, string name)
    {
        var nurse = stage.Teams.As(Cast.Nurse);
        await nurse.SayAsync("look", nurse.Attach(name, Picture));
        return stage.Bot.Heard[^1]["attachments"]![0]!.AsObject();
    }
}
