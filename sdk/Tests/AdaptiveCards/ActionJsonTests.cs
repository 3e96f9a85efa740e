using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Cards;

public sealed class ActionJsonTests
{
    public static TheoryData<AdaptiveAction, string> Actions => new()
    {
        { new AdaptiveSubmitAction { Title = "Send" }, """{"type":"Action.Submit","title":"Send"}""" },
        {
            new AdaptiveSubmitAction
            {
                Id = "cancel",
                Title = "Cancel",
                Data = new { Verb = "cancel", version = 3 },
                AssociatedInputs = AdaptiveAssociatedInputs.None,
                Style = "destructive",
                IconUrl = "https://example.org/x.png",
                IsEnabled = false,
                Mode = AdaptiveActionMode.Secondary,
                Tooltip = "Nothing is kept",
            },
            """
            {"type":"Action.Submit","id":"cancel","data":{"Verb":"cancel","version":3},"associatedInputs":"none","title":"Cancel",
             "iconUrl":"https://example.org/x.png","style":"destructive","isEnabled":false,"mode":"secondary",
             "tooltip":"Nothing is kept"}
            """
        },
        { new AdaptiveSubmitAction { Data = "a text" }, """{"type":"Action.Submit","data":"a text"}""" },
        { new AdaptiveSubmitAction { DataJson = """{"x":[1,2]}""" }, """{"type":"Action.Submit","data":{"x":[1,2]}}""" },
        {
            new AdaptiveExecuteAction { Title = "Decide", Verb = "decide", Data = JObject.Parse("""{"case":"RMC-2026-0001"}""") },
            """{"type":"Action.Execute","data":{"case":"RMC-2026-0001"},"verb":"decide","title":"Decide"}"""
        },
        {
            new AdaptiveOpenUrlAction { Title = "See it", Url = new Uri("https://example.org/e/1?a=b&c=d") },
            """{"type":"Action.OpenUrl","url":"https://example.org/e/1?a=b&c=d","title":"See it"}"""
        },
        {
            new AdaptiveShowCardAction { Title = "More", Card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("in") } } },
            """
            {"type":"Action.ShowCard","card":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"in"}]},
             "title":"More"}
            """
        },
        {
            new AdaptiveToggleVisibilityAction { TargetElements = { "one", new AdaptiveTargetElement("two", true) } },
            """
            {"type":"Action.ToggleVisibility","targetElements":[{"elementId":"one"},{"elementId":"two","isVisible":true}]}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Actions), DisableDiscoveryEnumeration = true)]
    public void An_Action_Is_Written_As_The_Schema_Has_It(AdaptiveAction action, string expected)
    {
        var card = new AdaptiveCard("1.5") { Actions = { action } };

        Assert.All(Json.Ways(card), json => Assert.Equal(Json.OneLine(expected), Json.OneLine(json["actions"]![0]!)));
    }

    [Theory]
    [MemberData(nameof(Actions), DisableDiscoveryEnumeration = true)]
    public void An_Action_Survives_Being_Read(AdaptiveAction action, string expected)
    {
        var read = AdaptiveCard.FromJson(new AdaptiveCard("1.5") { Actions = { action } }.ToJson());

        Assert.Empty(read.Warnings);
        Assert.IsType(action.GetType(), Assert.Single(read.Card.Actions));
        Assert.Equal(Json.OneLine(expected), Json.OneLine(Json.Parse(read.Card.ToJson())["actions"]![0]!));
    }

    [Fact]
    public void A_Submissions_Data_Can_Be_Had_As_Text()
    {
        Assert.Equal(
            """{"verb":"x"}""",
            Json.OneLine(new AdaptiveSubmitAction { Data = new { verb = "x" } }.DataJson));
        Assert.Null(new AdaptiveSubmitAction { DataJson = null }.Data);
        Assert.Null(new AdaptiveSubmitAction().DataJson);
    }

    [Fact]
    public void A_Target_May_Be_Just_Its_Id()
    {
        var card = AdaptiveCard.FromJson(
            """
            {"type":"AdaptiveCard","version":"1.5",
             "actions":[{"type":"Action.ToggleVisibility","targetElements":["one",{"elementId":"two","isVisible":false}]}]}
            """).Card;

        var targets = Assert.IsType<AdaptiveToggleVisibilityAction>(card.Actions[0]).TargetElements;
        Assert.Equal(["one", "two"], targets.Select(target => target.ElementId));
        Assert.Equal([null, false], targets.Select(target => target.IsVisible));
    }
}
