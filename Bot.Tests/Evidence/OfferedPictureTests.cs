using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class OfferedPictureTests
{
    [Fact]
    public void A_Pasted_And_An_Attached_Picture_Are_Offered_In_Order()
    {
        var offered = OfferedPicture.In(new Activity
        {
            Attachments =
            [
                new Attachment("image/png", "https://smba.trafficmanager.net/uk/v3/attachments/1/views/original"),
                new Attachment("text/html", content: "<p><img src=\"https://evil.example/1\"></p>"),
                new Attachment(
                    FileDownloadInfo.ContentType,
                    "https://contoso-my.sharepoint.com/personal/ann/post.png",
                    new JObject { ["downloadUrl"] = "https://contoso-my.sharepoint.com/download?tempauth=1", ["fileType"] = "png" },
                    "post.png"),
            ],
        });

        Assert.Equal(
            [
                new OfferedPicture(null, new Uri("https://smba.trafficmanager.net/uk/v3/attachments/1/views/original"), OfferedAs.Pasted),
                new OfferedPicture("post.png", new Uri("https://contoso-my.sharepoint.com/download?tempauth=1"), OfferedAs.AttachedFile),
            ],
            offered);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("messageReference")]
    [InlineData("application/vnd.microsoft.card.adaptive")]
    [InlineData("application/vnd.microsoft.card.hero")]
    [InlineData(null)]
    public void What_Teams_Adds_Itself_Is_No_Offer(string? contentType) =>
        Assert.Empty(OfferedPicture.In(new Activity { Attachments = [new Attachment(contentType, "https://x.example/")] }));

    [Fact]
    public void A_Message_Without_Attachments_Offers_Nothing() => Assert.Empty(OfferedPicture.In(new Activity()));

    [Fact]
    public void A_Video_Is_Something_Else()
    {
        var offered = Assert.Single(OfferedPicture.In(new Activity { Attachments = [new Attachment("video/mp4", "https://x.example/", name: "a.mp4")] }));
        Assert.Equal((OfferedAs.SomethingElse, "a.mp4"), (offered.Source, offered.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"downloadUrl":null}""")]
    [InlineData("""{"downloadUrl":7}""")]
    [InlineData("""{"downloadUrl":"/relative"}""")]
    [InlineData("""{"downloadUrl":"not an address"}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void A_File_Without_A_Usable_Address_Is_Offered_Without_One(string? content)
    {
        var json = content is null ? null : JToken.Parse(content);
        var offered = Assert.Single(OfferedPicture.In(new Activity { Attachments = [new Attachment(FileDownloadInfo.ContentType, content: json)] }));
        Assert.True(offered.Address is null or { IsFile: true }, "An address that could be fetched");
    }
}
