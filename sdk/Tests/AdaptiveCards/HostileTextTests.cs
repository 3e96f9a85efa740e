using AdaptiveCards;

namespace Sdk.Tests.Cards;

/// <summary>Whatever somebody typed is text on the card and never becomes part of the card.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts => new()
    {
        "",
        " ",
        "\"},{\"type\":\"Action.OpenUrl\",\"url\":\"https://evil.example\"}",
        "line one\r\nline two\n\ttabbed\0\u0001\u001f\u2028\u2029\u0085",
        "back\\slash \\u0041 \\n",
        "**bold** _it_ [link](https://evil.example) # h1 - list `code`",
        "<script>alert('x')</script><img src=x onerror=y>&amp;&lt;",
        "${card} {{template}} {0} %s",
        "drop",
        "null",
        "💙 👩‍👩‍👧‍👦 é e\u0301 \u202Eright to left\u202C שלום",
        "\ud83d lone high, lone low \ude00",
        new string('a', 100_000),
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Text_Comes_Back_As_It_Was_Typed(string text)
    {
        var card = Json.CardWith(
            new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun(text) } },
            new AdaptiveTextInput { Id = "t", Value = text, Label = text });
        card.Actions.Add(new AdaptiveSubmitAction { Title = text, Data = new { text } });

        Assert.All(Json.Ways(card), json =>
        {
            Assert.Equal(2, json["body"]!.Count());
            Assert.Equal(text, (string?)json["body"]![0]!["inlines"]![0]!["text"]);
            Assert.Equal(text, (string?)json["body"]![1]!["value"]);
            Assert.Equal(text, (string?)Assert.Single(json["actions"]!)["data"]!["text"]);
        });

        var read = AdaptiveCard.FromJson(card.ToJson()).Card;
        var run = Assert.Single(Assert.IsType<AdaptiveRichTextBlock>(read.Body[0]).Inlines);
        Assert.Equal(text, Assert.IsType<AdaptiveTextRun>(run).Text);
        Assert.Equal(text, Assert.IsType<AdaptiveTextInput>(read.Body[1]).Label);
        Assert.Equal(card.ToJson(), read.ToJson());
    }
}
