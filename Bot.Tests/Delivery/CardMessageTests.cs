using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

public sealed class CardMessageTests
{
    private const string Summary = "A report is waiting for you.";

    [Fact]
    public void A_Card_Shows_Nothing_Of_Itself_On_A_Lock_Screen()
    {
        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5));
        card.Body.Add(new AdaptiveTextBlock("Dr Jones was named, 2026-03-04T10:00:00Z"));
        var message = CardMessage.For(card, Summary);

        Assert.Equal((Summary, Summary, null), (message.Summary, message.Speak, message.Text));
        var attachment = Assert.Single(message.Attachments);
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        var content = CardJson.Of(Assert.IsType<AdaptiveCard>(attachment.Content));
        Assert.Equal("1.5", (string?)content["version"]);
        Assert.Contains("2026-03-04T10:00:00Z", content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Text_Has_Its_Own_Safe_Sentence_And_Is_Not_Read_As_Markdown()
    {
        var message = CardMessage.ForText("*Dr Jones* asks", Summary);
        Assert.Equal(("*Dr Jones* asks", "plain", Summary, Summary), (message.Text, message.TextFormat, message.Summary, message.Speak));
    }

    [Fact]
    public void A_Message_Without_A_Safe_Sentence_Cannot_Be_Made() =>
        Assert.Throws<ArgumentException>(() => CardMessage.ForText("text", " "));
}
