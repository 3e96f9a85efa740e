using AdaptiveCards;

namespace Sdk.Tests.Cards;

public sealed class BadCardTests
{
    [Theory]
    [InlineData("""{"version":"1.5"}""")]
    [InlineData("""{"type":"Message","version":"1.5"}""")]
    [InlineData("""{"type":"AdaptiveCard"}""")]
    [InlineData("""{"type":"AdaptiveCard","version":""}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"one"}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","fallback":"hide"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"Image"}]}]}""")]
    [InlineData("""
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","id":"a","text":"x"},{"type":"TextBlock","id":"a","text":"y"}]}
        """)]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5"} and more""")]
    [InlineData("not a card")]
    public void What_Is_No_Card_Is_Refused(string json)
    {
        Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));
    }

    [Fact]
    public void Nesting_Without_End_Is_Refused()
    {
        const int Depth = 5_000;
        var json = """{"type":"AdaptiveCard","version":"1.5","body":["""
            + string.Concat(Enumerable.Repeat("""{"type":"Container","items":[""", Depth))
            + string.Concat(Enumerable.Repeat("]}", Depth)) + "]}";

        Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));
    }

    [Fact]
    public void A_Card_For_A_Newer_Schema_Is_Read_As_Its_Fallback_Text()
    {
        var read = AdaptiveCard.FromJson(
            """{"type":"AdaptiveCard","version":"9.9","fallbackText":"Please update Teams","body":[{"type":"Hologram"}]}""");

        Assert.NotEmpty(read.Warnings);
        Assert.Equal("Please update Teams", Assert.IsType<AdaptiveTextBlock>(Assert.Single(read.Card.Body)).Text);
        Assert.Equal("Please update Teams", read.Card.Speak);
    }

    [Fact]
    public void A_Word_That_Is_Not_In_The_Schema_Becomes_The_Default_With_A_Warning()
    {
        var read = AdaptiveCard.FromJson(
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","size":"huge"}]}""");

        Assert.NotEmpty(read.Warnings);
        Assert.Equal(AdaptiveTextSize.Default, Assert.IsType<AdaptiveTextBlock>(Assert.Single(read.Card.Body)).Size);
    }

    [Fact]
    public void A_Language_Nobody_Speaks_Is_Kept_With_A_Warning()
    {
        var read = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","lang":"martian"}""");

        Assert.NotEmpty(read.Warnings);
        Assert.Equal("martian", read.Card.Lang);
    }

    [Fact]
    public void Empty_Items_Are_Left_Out()
    {
        var read = AdaptiveCard.FromJson(
            """{"type":"AdaptiveCard","version":"1.5","body":[{},{"type":"TextBlock","text":"x"}],"actions":[{}]}""");

        Assert.Single(read.Card.Body);
        Assert.Empty(read.Card.Actions);
    }

    [Fact]
    public void Words_Are_Read_In_Any_Case_And_A_Bare_Text_Is_A_Run()
    {
        var card = AdaptiveCard.FromJson(
            """
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"TextBlock","text":"x","weight":"BOLDER"},{"type":"RichTextBlock","inlines":["bare"]}]}
            """).Card;

        Assert.Equal(AdaptiveTextWeight.Bolder, Assert.IsType<AdaptiveTextBlock>(card.Body[0]).Weight);
        var run = Assert.Single(Assert.IsType<AdaptiveRichTextBlock>(card.Body[1]).Inlines);
        Assert.Equal("bare", Assert.IsType<AdaptiveTextRun>(run).Text);
    }
}
