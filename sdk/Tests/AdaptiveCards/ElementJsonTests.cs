using AdaptiveCards;

namespace Sdk.Tests.Cards;

public sealed class ElementJsonTests
{
    public static TheoryData<AdaptiveElement, string> Elements => new()
    {
        { new AdaptiveTextBlock("Hello"), """{"type":"TextBlock","text":"Hello"}""" },
        {
            new AdaptiveTextBlock
            {
                Id = "title",
                Text = "Hello",
                Size = AdaptiveTextSize.ExtraLarge,
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Attention,
                IsSubtle = true,
                HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
                Wrap = true,
                MaxLines = 3,
                FontType = AdaptiveFontType.Monospace,
                Spacing = AdaptiveSpacing.ExtraLarge,
                Separator = true,
                Height = new AdaptiveHeight(AdaptiveHeightType.Stretch),
                IsVisible = false,
            },
            """
            {"type":"TextBlock","id":"title","size":"extraLarge","weight":"bolder","color":"attention","isSubtle":true,
             "text":"Hello","horizontalAlignment":"center","wrap":true,"maxLines":3,"fontType":"monospace",
             "spacing":"extraLarge","separator":true,"height":"stretch","isVisible":false}
            """
        },
        {
            new AdaptiveRichTextBlock
            {
                HorizontalAlignment = AdaptiveHorizontalAlignment.Right,
                Inlines =
                {
                    new AdaptiveTextRun("plain"),
                    new AdaptiveTextRun
                    {
                        Size = AdaptiveTextSize.Small,
                        Weight = AdaptiveTextWeight.Lighter,
                        Color = AdaptiveTextColor.Good,
                        IsSubtle = true,
                        Italic = true,
                        Strikethrough = true,
                        Text = "loud",
                    },
                },
            },
            """
            {"type":"RichTextBlock","horizontalAlignment":"right","inlines":[
              {"type":"TextRun","text":"plain"},
              {"type":"TextRun","size":"small","weight":"lighter","color":"good","isSubtle":true,"italic":true,
               "strikethrough":true,"text":"loud"}]}
            """
        },
        {
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Emphasis,
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom,
                SelectAction = new AdaptiveExecuteAction { Verb = "open" },
                Bleed = true,
                PixelMinHeight = 80,
                Items = { new AdaptiveTextBlock("in") },
            },
            """
            {"type":"Container","items":[{"type":"TextBlock","text":"in"}],"style":"emphasis","verticalContentAlignment":"bottom",
             "selectAction":{"type":"Action.Execute","verb":"open"},"bleed":true,"minHeight":"80px"}
            """
        },
        {
            new AdaptiveColumnSet
            {
                Columns =
                {
                    new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Items = { new AdaptiveTextBlock("1") } },
                    new AdaptiveColumn { Width = "2", Style = AdaptiveContainerStyle.Good, Items = { new AdaptiveTextBlock("2") } },
                },
            },
            """
            {"type":"ColumnSet","columns":[
              {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"1"}]},
              {"type":"Column","width":"2","items":[{"type":"TextBlock","text":"2"}],"style":"good"}]}
            """
        },
        {
            new AdaptiveFactSet { Facts = { new AdaptiveFact("Platform", "Facebook") } },
            """{"type":"FactSet","facts":[{"title":"Platform","value":"Facebook"}]}"""
        },
        {
            new AdaptiveImage("https://example.org/a.png")
            {
                Size = AdaptiveImageSize.Small,
                Style = AdaptiveImageStyle.Person,
                AltText = "A face",
                PixelWidth = 20,
            },
            """
            {"type":"Image","size":"small","style":"person","url":"https://example.org/a.png","altText":"A face","width":"20px"}
            """
        },
        {
            new AdaptiveImageSet
            {
                ImageSize = AdaptiveImageSize.Medium,
                Images = { new AdaptiveImage("https://example.org/a.png") },
            },
            """
            {"type":"ImageSet","imageSize":"medium","images":[{"type":"Image","url":"https://example.org/a.png"}]}
            """
        },
        {
            new AdaptiveActionSet { Actions = { new AdaptiveSubmitAction { Title = "Go" } } },
            """{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"Go"}]}"""
        },
        {
            new AdaptiveTable
            {
                Columns = { new AdaptiveTableColumnDefinition { Width = 2 }, new AdaptiveTableColumnDefinition { PixelWidth = 120 } },
                Rows =
                {
                    new AdaptiveTableRow
                    {
                        Style = AdaptiveContainerStyle.Accent,
                        Cells =
                        {
                            new AdaptiveTableCell { Type = AdaptiveTableCell.TypeName, Items = { new AdaptiveTextBlock("Week") } },
                            new AdaptiveTableCell { Type = AdaptiveTableCell.TypeName, Items = { new AdaptiveTextBlock("New") } },
                        },
                    },
                },
                GridStyle = AdaptiveContainerStyle.Emphasis,
                ShowGridLines = false,
                FirstRowAsHeaders = true,
            },
            """
            {"type":"Table","rows":[{"type":"TableRow","cells":[
               {"type":"TableCell","items":[{"type":"TextBlock","text":"Week"}]},
               {"type":"TableCell","items":[{"type":"TextBlock","text":"New"}]}],"style":"accent"}],
             "columns":[{"width":2},{"width":"120px"}],"gridStyle":"emphasis","showGridLines":false,"firstRowAsHeaders":true}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Elements), DisableDiscoveryEnumeration = true)]
    public void An_Element_Is_Written_As_The_Schema_Has_It(AdaptiveElement element, string expected)
    {
        Assert.All(Json.Ways(Json.CardWith(element)), json => Assert.Equal(Json.OneLine(expected), Json.OneLine(json["body"]![0]!)));
    }

    [Theory]
    [MemberData(nameof(Elements), DisableDiscoveryEnumeration = true)]
    public void An_Element_Survives_Being_Read(AdaptiveElement element, string expected)
    {
        var read = AdaptiveCard.FromJson(Json.CardWith(element).ToJson());

        Assert.Empty(read.Warnings);
        Assert.IsType(element.GetType(), Assert.Single(read.Card.Body));
        Assert.Equal(Json.OneLine(expected), Json.OneLine(Json.Parse(read.Card.ToJson())["body"]![0]!));
    }

    [Fact]
    public void A_Column_And_An_Image_Say_Their_Id_Before_Their_Type()
    {
        var card = Json.CardWith(
            new AdaptiveColumnSet { Columns = { new AdaptiveColumn { Id = "c" } } },
            new AdaptiveImage("https://example.org/a.png") { Id = "i" });

        var body = Json.Parse(card.ToJson())["body"]!;

        Assert.StartsWith("""{"id":"c","type":"Column""", Json.OneLine(body[0]!["columns"]![0]!));
        Assert.StartsWith("""{"id":"i","type":"Image""", Json.OneLine(body[1]!));
    }

    [Fact]
    public void A_Height_In_Pixels_Is_Written_With_Its_Unit()
    {
        var card = Json.CardWith(new AdaptiveImage("https://example.org/a.png") { PixelHeight = 40 });

        Assert.Equal("40px", (string?)Json.Parse(card.ToJson())["body"]![0]!["height"]);
        Assert.Equal(40u, Assert.IsType<AdaptiveImage>(AdaptiveCard.FromJson(card.ToJson()).Card.Body[0]).PixelHeight);
    }
}
