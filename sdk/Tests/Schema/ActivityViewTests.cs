using Microsoft.Bot.Schema;

namespace Sdk.Tests.Schema;

public sealed class ActivityViewTests
{
    public static TheoryData<string, Func<Activity, object?>> Views => new()
    {
        { ActivityTypes.Message, a => a.AsMessageActivity() },
        { ActivityTypes.ContactRelationUpdate, a => a.AsContactRelationUpdateActivity() },
        { ActivityTypes.InstallationUpdate, a => a.AsInstallationUpdateActivity() },
        { ActivityTypes.ConversationUpdate, a => a.AsConversationUpdateActivity() },
        { ActivityTypes.Typing, a => a.AsTypingActivity() },
        { ActivityTypes.EndOfConversation, a => a.AsEndOfConversationActivity() },
        { ActivityTypes.Event, a => a.AsEventActivity() },
        { ActivityTypes.Invoke, a => a.AsInvokeActivity() },
        { ActivityTypes.MessageUpdate, a => a.AsMessageUpdateActivity() },
        { ActivityTypes.MessageDelete, a => a.AsMessageDeleteActivity() },
        { ActivityTypes.MessageReaction, a => a.AsMessageReactionActivity() },
        { ActivityTypes.Suggestion, a => a.AsSuggestionActivity() },
        { ActivityTypes.Trace, a => a.AsTraceActivity() },
        { ActivityTypes.Handoff, a => a.AsHandoffActivity() },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public void An_Activity_Is_Seen_As_Its_Own_Type_Only(string type, Func<Activity, object?> view)
    {
        Assert.NotNull(view(new Activity { Type = type }));
        Assert.NotNull(view(new Activity { Type = type.ToUpperInvariant() }));
        Assert.NotNull(view(new Activity { Type = type + "/special" }));
        Assert.Null(view(new Activity { Type = type + "s" }));
        Assert.Null(view(new Activity { Type = "somethingElse" }));
        Assert.Null(view(new Activity()));
    }

    [Fact]
    public void A_View_Is_The_Same_Activity()
    {
        var activity = new Activity(ActivityTypes.Message);

        activity.AsMessageActivity().Text = "hello";

        Assert.Equal("hello", activity.Text);
    }

    [Theory]
    [InlineData("http://a.example", false)]
    [InlineData("HTTPS://a.example", false)]
    [InlineData("urn:botframework:WebSocket:wss://a.example", true)]
    [InlineData(null, false)]
    public void A_Service_Url_That_Is_Not_Http_Is_A_Stream(string? serviceUrl, bool streaming) =>
        Assert.Equal(streaming, new Activity { ServiceUrl = serviceUrl }.IsFromStreamingConnection());
}
