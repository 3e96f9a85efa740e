using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void An_Empty_Card_Says_Its_Type_And_Version()
    {
        Assert.All(
            Json.Ways(new AdaptiveCard("1.5")),
            json => Assert.Equal("""{"type":"AdaptiveCard","version":"1.5"}""", Json.OneLine(json)));
    }

    [Fact]
    public void A_Card_Writes_Its_Properties_In_The_Order_Of_The_Schema()
    {
        var card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
        {
            Actions = { new AdaptiveSubmitAction { Title = "Go" } },
            Body = { new AdaptiveTextBlock("Hello") },
            Lang = "en",
            Speak = "Said",
            FallbackText = "Old",
        };

        const string Expected =
            """
            {"type":"AdaptiveCard","version":"1.5","fallbackText":"Old","speak":"Said","lang":"en",
             "body":[{"type":"TextBlock","text":"Hello"}],"actions":[{"type":"Action.Submit","title":"Go"}]}
            """;
        Assert.All(Json.Ways(card), json => Assert.Equal(Json.OneLine(Expected), Json.OneLine(json)));
    }

    [Fact]
    public void A_Card_Names_The_People_It_Is_Refreshed_For()
    {
        var card = new AdaptiveCard("1.5")
        {
            Refresh = new AdaptiveRefresh
            {
                Action = new AdaptiveExecuteAction { Verb = "refresh", Data = new { v = 2 } },
                UserIds = { "29:manager", "29:deputy" },
            },
        };

        Assert.All(Json.Ways(card), json => Assert.Equal(
            """{"action":{"type":"Action.Execute","data":{"v":2},"verb":"refresh"},"userIds":["29:manager","29:deputy"]}""",
            Json.OneLine(json["refresh"]!)));

        var read = AdaptiveCard.FromJson(card.ToJson()).Card.Refresh;
        Assert.Equal("refresh", read.Action.Verb);
        Assert.Equal(["29:manager", "29:deputy"], read.UserIds);
    }

    [Fact]
    public void Height_Alignment_And_A_Press_On_The_Card_Are_Kept()
    {
        var card = new AdaptiveCard("1.5")
        {
            PixelMinHeight = 200,
            VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
            SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://example.org/") },
            Rtl = true,
        };

        var read = AdaptiveCard.FromJson(card.ToJson()).Card;

        Assert.Equal(200u, read.PixelMinHeight);
        Assert.Equal(AdaptiveVerticalContentAlignment.Center, read.VerticalContentAlignment);
        Assert.Equal("https://example.org/", Assert.IsType<AdaptiveOpenUrlAction>(read.SelectAction).Url.ToString());
        Assert.True(read.Rtl);
        Assert.Equal("200px", (string?)Json.Parse(card.ToJson())["minHeight"]);
    }

    [Fact]
    public void Additional_Properties_Are_Written_And_Read()
    {
        var card = new AdaptiveCard("1.5") { AdditionalProperties = { ["msteams"] = new { width = "Full" } } };
        card.Body.Add(new AdaptiveTextBlock("Title") { AdditionalProperties = { ["style"] = "heading" } });

        Assert.All(Json.Ways(card), json =>
        {
            Assert.Equal("""{"width":"Full"}""", Json.OneLine(json["msteams"]!));
            Assert.Equal("heading", (string?)json["body"]![0]!["style"]);
        });

        var read = AdaptiveCard.FromJson(card.ToJson()).Card;
        Assert.Equal("Full", (string?)Assert.IsType<JObject>(read.AdditionalProperties["msteams"])["width"]);
        Assert.Equal("""{"width":"Full"}""", Json.OneLine(Json.Parse(read.ToJson())["msteams"]!));
    }

    [Fact]
    public void The_Schemas_Address_Is_Read_And_Not_Kept()
    {
        var card = AdaptiveCard.FromJson(
            """{"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.2"}""").Card;

        Assert.Empty(card.AdditionalProperties);
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.2"}""", Json.OneLine(card.ToJson()));
    }

    [Fact]
    public void Requirements_Are_Kept()
    {
        var card = Json.CardWith(new AdaptiveTextBlock("x") { Requires = new Dictionary<string, string> { ["charts"] = "1.0" } });

        Assert.Equal("1.0", AdaptiveCard.FromJson(card.ToJson()).Card.Body[0].Requires["charts"]);
    }

    [Fact]
    public void An_Attachment_Holds_The_Card_By_Its_Content_Type()
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", AdaptiveCard.ContentType);
    }

    [Fact]
    public async Task Many_Threads_May_Write_And_Read_At_Once()
    {
        var card = Json.CardWith([.. Enumerable.Range(0, 50).Select(i => new AdaptiveTextBlock($"line {i}"))]);
        var expected = card.ToJson();

        var written = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(() => AdaptiveCard.FromJson(card.ToJson()).Card.ToJson())));

        Assert.All(written, json => Assert.Equal(expected, json));
    }
}
