using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Builder;

public sealed class MessageFactoryTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("hi", "hi")]
    public void Blank_Text_Is_No_Text(string? given, string? text)
    {
        var message = MessageFactory.Text(given, given);

        Assert.Equal(
            (ActivityTypes.Message, text, text, InputHints.AcceptingInput), (message.Type, message.Text, message.Speak, message.InputHint));
    }

    [Fact]
    public void Words_Become_Buttons_That_Say_Them()
    {
        var message = MessageFactory.SuggestedActions(["yes", "no"], "sure?", "sure", InputHints.ExpectingInput, ["user"]);

        Assert.Equal(("sure?", "sure", InputHints.ExpectingInput), (message.Text, message.Speak, message.InputHint));
        Assert.Equal(["user"], message.SuggestedActions.To);
        Assert.Equal(
            [(ActionTypes.ImBack, "yes", "yes"), (ActionTypes.ImBack, "no", "no")],
            message.SuggestedActions.Actions.Select(action => (action.Type, action.Title, (string)action.Value)));
    }

    [Fact]
    public void Attachments_Are_Listed_Or_Carried_Round()
    {
        Attachment[] two = [new() { Name = "a" }, new() { Name = "b" }];

        Assert.Equal((AttachmentLayoutTypes.List, 2), Shape(MessageFactory.Attachment(two)));
        Assert.Equal((AttachmentLayoutTypes.Carousel, 2), Shape(MessageFactory.Carousel(two)));
        Assert.Equal("a", Assert.Single(MessageFactory.Attachment(two[0], "text").Attachments).Name);
    }

    [Fact]
    public void A_Link_Becomes_An_Attachment()
    {
        var attachment = Assert.Single(MessageFactory.ContentUrl("https://example.org/a.png", "image/png", "a").Attachments);

        Assert.Equal(("https://example.org/a.png", "image/png", "a"), (attachment.ContentUrl, attachment.ContentType, attachment.Name));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "image/png"));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("https://example.org", null));
    }

    private static (string, int) Shape(IMessageActivity message) => (message.AttachmentLayout, message.Attachments.Count);
}
