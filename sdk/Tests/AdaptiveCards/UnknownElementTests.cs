using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Cards;

/// <summary>How a card carries an element that is newer than this library, such as a chart.</summary>
public sealed class UnknownElementTests
{
    private const string Chart =
        """
        {"type":"Chart.VerticalBar","title":"Reports","data":[{"x":"Week 1","y":3},{"x":"Week 2","y":5}],
         "fallback":{"type":"TextBlock","text":"3, then 5","wrap":true}}
        """;

    [Fact]
    public void A_Chart_With_Words_Instead_Can_Be_Built()
    {
        var card = Json.CardWith(new AdaptiveUnknownElement
        {
            Type = "Chart.VerticalBar",
            Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("3, then 5") { Wrap = true }),
            AdditionalProperties =
            {
                ["title"] = "Reports",
                ["data"] = new[] { new { x = "Week 1", y = 3 }, new { x = "Week 2", y = 5 } },
            },
        });

        Assert.All(Json.Ways(card), json => Assert.True(JToken.DeepEquals(Json.Parse(Chart), json["body"]![0])));
    }

    [Fact]
    public void An_Unknown_Element_Survives_Being_Read_With_A_Warning()
    {
        var read = AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{Chart}}]}""");

        Assert.Contains(read.Warnings, warning => warning.Message.Contains("Chart.VerticalBar", StringComparison.Ordinal));
        var element = Assert.IsType<AdaptiveUnknownElement>(Assert.Single(read.Card.Body));
        Assert.Equal("Chart.VerticalBar", element.Type);
        Assert.Equal("3, then 5", Assert.IsType<AdaptiveTextBlock>(element.Fallback.Content).Text);
        Assert.True(JToken.DeepEquals(Json.Parse(Chart), Json.Parse(read.Card.ToJson())["body"]![0]));
    }

    [Fact]
    public void An_Unknown_Action_Survives_Being_Read_With_A_Warning()
    {
        const string Action = """{"type":"Action.Dance","title":"Dance","steps":[1,2,3]}""";

        var read = AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","actions":[{{Action}}]}""");

        Assert.NotEmpty(read.Warnings);
        Assert.Equal("Dance", Assert.IsType<AdaptiveUnknownAction>(Assert.Single(read.Card.Actions)).Title);
        Assert.True(JToken.DeepEquals(Json.Parse(Action), Json.Parse(read.Card.ToJson())["actions"]![0]));
    }

    [Fact]
    public void An_Element_May_Be_Dropped_Where_It_Is_Not_Known()
    {
        var card = Json.CardWith(new AdaptiveTextBlock("x")
        {
            Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
        });

        Assert.All(Json.Ways(card), json => Assert.Equal("drop", (string?)json["body"]![0]!["fallback"]));
        Assert.Equal(
            AdaptiveFallbackElement.AdaptiveFallbackType.Drop,
            AdaptiveCard.FromJson(card.ToJson()).Card.Body[0].Fallback.Type);
    }

    [Fact]
    public void An_Action_May_Fall_Back_To_Another()
    {
        var card = new AdaptiveCard("1.5")
        {
            Actions =
            {
                new AdaptiveExecuteAction
                {
                    Verb = "decide",
                    Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Decide" }),
                },
            },
        };

        var fallback = AdaptiveCard.FromJson(card.ToJson()).Card.Actions[0].Fallback;

        Assert.Equal(AdaptiveFallbackElement.AdaptiveFallbackType.Content, fallback.Type);
        Assert.Equal("Decide", Assert.IsType<AdaptiveSubmitAction>(fallback.Content).Title);
    }
}
