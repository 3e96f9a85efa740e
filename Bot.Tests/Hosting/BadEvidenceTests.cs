using System.Text.Json.Nodes;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.LocalTeams.Uploads;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>What people send as a screenshot and is none: it is named with its reason, the good ones are kept, and the report goes on.</summary>
public sealed class BadEvidenceTests(AttackedPractice attacked) : IClassFixture<AttackedPractice>
{
    private PersonClient Receptionist => attacked.Practice.Receptionist;

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "MrsJones.png", SamplePictures.WindowsProgram, "This is a program, not a picture, whatever its name." },
        { "MrsJones.jpg", SamplePictures.PngOf(25 * 1024 * 1024), "It is larger than 20 MB." },
        { "MrsJones.png", SamplePictures.Png()[..^20], "The picture is cut off or damaged." },
        { "MrsJones.png", [], "The file is empty." },
        { "MrsJones.png", [.. "<html><script>alert(1)</script></html>"u8], "This is not a picture we can keep." },
        { "MrsJones.pdf", [.. "%PDF-1.7\n"u8, .. new byte[64]], "This is a PDF." },
        { "MrsJones.svg", [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8], "This is an SVG drawing." },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_Bad_File_Is_Named_With_Its_Reason_And_A_Good_One_Beside_It_Is_Kept(string name, byte[] bytes, string reason)
    {
        var good = $"good-{Guid.NewGuid():N}.png";
        await Receptionist.SayAsync("", Receptionist.Attach(name, bytes), Receptionist.Attach(good, SamplePictures.Png(good.GetHashCode())));
        AssertNotKept(name, reason);
        Assert.Contains(good, Receptionist.Reads(), StringComparison.Ordinal);
        await DiscardAsync();
    }

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_Bad_Paste_Is_Refused_Like_A_Bad_File(string name, byte[] bytes, string reason)
    {
        _ = name;
        await Receptionist.SayAsync("", Receptionist.Paste(bytes));
        Assert.Contains(reason, Receptionist.Reads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://files.example.com/MrsJones.png")]
    [InlineData("https://127.0.0.1.example.com/MrsJones.png")]
    [InlineData("http://169.254.169.254/latest/meta-data/MrsJones")]
    [InlineData("http://[::ffff:169.254.169.254]/MrsJones")]
    [InlineData("http://2852039166/MrsJones")]
    [InlineData("http://metadata.google.internal/MrsJones")]
    [InlineData("http://10.0.0.1/MrsJones.png")]
    [InlineData("https://smba.trafficmanager.net.example.com/MrsJones.png")]
    [InlineData("https://rowcroft-my.sharepoint.com@example.com/MrsJones.png")]
    [InlineData("file:///etc/MrsJones")]
    [InlineData("ftp://rowcroft-my.sharepoint.com/MrsJones.png")]
    [InlineData("data:image/png;base64,MrsJones")]
    [InlineData("/MrsJones.png")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_Foreign_Address_Is_Not_Opened(string? address)
    {
        await PostAsync(File(address));
        AssertNotKept("MrsJones.png", "Its address does not belong to Teams, so we did not open it.");

        await PostAsync(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address });
        Assert.Contains("Its address does not belong to Teams, so we did not open it.", Receptionist.Reads(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"MrsJones.png","content":"https://x.example/"}""")]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"MrsJones.png","content":{"downloadUrl":{"a":1}}}""")]
    [InlineData("""{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"MrsJones.png"}""")]
    [InlineData("""{"contentType":"video/mp4","name":"MrsJones.png","contentUrl":"https://x.example/"}""")]
    public async Task An_Attachment_That_Makes_No_Sense_Is_Refused_Too(string attachment)
    {
        await PostAsync(JsonNode.Parse(attachment)!);
        Assert.Contains("MrsJones.png", Receptionist.Reads(), StringComparison.Ordinal);
        Assert.Contains("Not kept: ", Receptionist.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_Eleven_The_First_Ten_Are_Kept()
    {
        Upload[] pictures = [.. Enumerable.Range(0, 11).Select(number => Receptionist.Attach($"MrsJones-{number}.png", SamplePictures.Png(1000 + number)))];
        await Receptionist.SayAsync("", pictures);
        Assert.Contains("10 screenshots are kept", Receptionist.Reads(), StringComparison.Ordinal);
        AssertNotKept("MrsJones-10.png", "This report already has 10 screenshots.");
        await DiscardAsync();
    }

    private static JsonObject File(string? address) => new()
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["name"] = "MrsJones.png",
        ["content"] = new JsonObject { ["downloadUrl"] = address, ["fileType"] = "png" },
    };

    private async Task PostAsync(JsonNode attachment)
    {
        var message = attacked.Caller.LastOf(Cast.Receptionist);
        message.Remove("value");
        message["attachments"] = new JsonArray(attachment);
        Assert.Equal((200, ""), await attacked.Caller.PostAsync(message));
    }

    private void AssertNotKept(string name, string reason)
    {
        Assert.Contains($"{name}. {reason}", Receptionist.Reads(), StringComparison.Ordinal);
        Assert.Contains("Send more, or press Done.", Receptionist.Reads(), StringComparison.Ordinal);
        Assert.DoesNotContain(attacked.Logs.Lines, line => line.Contains("MrsJones", StringComparison.Ordinal));
    }

    /// <summary>Begins the report again, so that the next test finds no screenshot in it.</summary>
    private async Task DiscardAsync()
    {
        await Receptionist.SayAsync("cancel");
        await Receptionist.SayAsync("yes");
        await Receptionist.FillFormAsync();
    }
}
