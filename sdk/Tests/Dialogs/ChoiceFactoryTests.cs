using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Dialogs;

public sealed class ChoiceFactoryTests
{
    private static readonly List<Choice> Colours = [new("red"), new("green"), new("blue")];

    [Theory]
    [InlineData(1, "Pick: (1) red")]
    [InlineData(2, "Pick: (1) red or (2) green")]
    [InlineData(3, "Pick: (1) red, (2) green, or (3) blue")]
    public void A_Sentence_Joins_Its_Choices(int count, string text)
    {
        var message = ChoiceFactory.Inline(Colours[..count], "Pick:");

        Assert.Equal(text, message.Text);
        Assert.Equal(InputHints.ExpectingInput, message.InputHint);
    }

    [Fact]
    public void A_List_Has_Numbers_Or_Dashes()
    {
        Assert.Equal("Pick:\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Colours, "Pick:").Text);

        var plain = new ChoiceFactoryOptions { IncludeNumbers = false };
        Assert.Equal("Pick:\n\n   - red\n   - green\n   - blue", ChoiceFactory.List(Colours, "Pick:", options: plain).Text);
    }

    [Fact]
    public void A_Choice_May_Bring_Its_Own_Button()
    {
        var own = new CardAction(ActionTypes.PostBack, "Red, please", value: "r");
        var message = ChoiceFactory.SuggestedAction([new Choice("red") { Action = own }, new Choice("green")], "Pick:");

        Assert.Same(own, message.SuggestedActions.Actions[0]);
        Assert.Equal("green", message.SuggestedActions.Actions[1].Value);
        Assert.Equal(" (1) Red, please", ChoiceFactory.Inline([new Choice("red") { Action = own }]).Text);
    }

    [Theory]
    [InlineData(Channels.Emulator, 3, null, "suggested")]
    [InlineData(Channels.Webchat, 100, null, "suggested")]
    [InlineData(Channels.Webchat, 101, null, "list")]
    [InlineData(Channels.Msteams, 3, "personal", "suggested")]
    [InlineData(Channels.Msteams, 4, "personal", "card")]
    [InlineData(Channels.Msteams, 3, "groupChat", "card")]
    [InlineData(Channels.Msteams, 3, null, "card")]
    [InlineData(Channels.Msteams, 50, "channel", "card")]
    [InlineData(Channels.Msteams, 51, "channel", "list")]
    [InlineData(Channels.Cortana, 3, null, "card")]
    [InlineData(Channels.Slack, 3, null, "card")]
    [InlineData(Channels.Facebook, 11, null, "list")]
    [InlineData(Channels.Sms, 3, null, "sentence")]
    [InlineData(Channels.Sms, 4, null, "list")]
    public void Each_Channel_Gets_What_It_Can_Show(string channel, int count, string? conversationType, string style)
    {
        var choices = Enumerable.Range(1, count).Select(i => new Choice($"c{i}")).ToList();
        var message = ChoiceFactory.ForChannel(channel, choices, "Pick:", conversationType: conversationType, toList: ["someone"]);

        Assert.Equal(style, StyleOf(message));
    }

    [Fact]
    public void Long_Titles_Do_Not_Fit_On_Buttons()
    {
        var fits = ChoiceFactory.ForChannel(Channels.Emulator, [new Choice("12345678901234567890")], "Pick:");
        var tooLong = ChoiceFactory.ForChannel(Channels.Emulator, [new Choice("123456789012345678901")], "Pick:");

        Assert.Equal("suggested", StyleOf(fits));
        Assert.Equal("list", StyleOf(tooLong));
    }

    [Theory]
    [InlineData(Channels.Line, 13, true)]
    [InlineData(Channels.Line, 14, false)]
    [InlineData(Channels.Skype, 10, true)]
    [InlineData(Channels.Skype, 11, false)]
    [InlineData(Channels.Kik, 20, true)]
    [InlineData(Channels.Kik, 21, false)]
    [InlineData(Channels.DirectlineSpeech, 100, true)]
    [InlineData(Channels.Msteams, 1, false)]
    [InlineData("unheard of", 1, false)]
    public void Suggested_Actions_Per_Channel(string channel, int count, bool supported) =>
        Assert.Equal(supported, Channel.SupportsSuggestedActions(channel, count));

    [Theory]
    [InlineData(Channels.Skype, 3, true)]
    [InlineData(Channels.Skype, 4, false)]
    [InlineData(Channels.Line, 99, true)]
    [InlineData(Channels.Line, 100, false)]
    [InlineData(Channels.Msteams, 50, true)]
    [InlineData(Channels.Directline, 100, true)]
    [InlineData("unheard of", 1, false)]
    public void Buttons_On_A_Card_Per_Channel(string channel, int count, bool supported) =>
        Assert.Equal(supported, Channel.SupportsCardActions(channel, count));

    private static string StyleOf(IMessageActivity message)
    {
        if (message.SuggestedActions != null)
        {
            return "suggested";
        }

        if (message.Attachments is { Count: > 0 })
        {
            return "card";
        }

        return message.Text.Contains('\n') ? "list" : "sentence";
    }
}
