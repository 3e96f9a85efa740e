using AdaptiveCards;

namespace Sdk.Tests.Cards;

public sealed class InputJsonTests
{
    public static TheoryData<AdaptiveInput, string> Inputs => new()
    {
        { new AdaptiveTextInput { Id = "who" }, """{"type":"Input.Text","id":"who"}""" },
        {
            new AdaptiveTextInput
            {
                Id = "what",
                Placeholder = "In your own words",
                Value = "She said",
                Style = AdaptiveTextInputStyle.Email,
                IsMultiline = true,
                MaxLength = 4000,
                InlineAction = new AdaptiveSubmitAction { Title = "Send" },
                Regex = "^.+$",
                IsRequired = true,
                Label = "What happened",
                ErrorMessage = "Please say what happened",
            },
            """
            {"type":"Input.Text","id":"what","placeholder":"In your own words","value":"She said","style":"email","isMultiline":true,
             "maxLength":4000,"inlineAction":{"type":"Action.Submit","title":"Send"},"regex":"^.+$","isRequired":true,
             "label":"What happened","errorMessage":"Please say what happened"}
            """
        },
        {
            new AdaptiveChoiceSetInput { Id = "platform", Choices = { new AdaptiveChoice { Title = "Facebook", Value = "fb" } } },
            """
            {"type":"Input.ChoiceSet","id":"platform","style":"compact","isMultiSelect":false,
             "choices":[{"title":"Facebook","value":"fb"}]}
            """
        },
        {
            new AdaptiveChoiceSetInput
            {
                Id = "kind",
                Value = "a,b",
                Style = AdaptiveChoiceInputStyle.Expanded,
                IsMultiSelect = true,
                Wrap = true,
                Choices = { new AdaptiveChoice { Title = "A", Value = "a" }, new AdaptiveChoice { Title = "B", Value = "b" } },
            },
            """
            {"type":"Input.ChoiceSet","id":"kind","value":"a,b","style":"expanded","isMultiSelect":true,
             "choices":[{"title":"A","value":"a"},{"title":"B","value":"b"}],"wrap":true}
            """
        },
        {
            new AdaptiveChoiceSetInput { Id = "colleague", Style = AdaptiveChoiceInputStyle.Filtered },
            """{"type":"Input.ChoiceSet","id":"colleague","style":"filtered","isMultiSelect":false,"choices":[]}"""
        },
        {
            new AdaptiveDateInput { Id = "seen", Value = "2026-03-01", Min = "2025-01-01", Max = "2026-12-31", Label = "Seen on" },
            """
            {"type":"Input.Date","id":"seen","value":"2026-03-01","min":"2025-01-01","max":"2026-12-31","label":"Seen on"}
            """
        },
        {
            new AdaptiveTimeInput { Id = "at", Placeholder = "Time", Value = "09:30" },
            """{"type":"Input.Time","id":"at","placeholder":"Time","value":"09:30"}"""
        },
        { new AdaptiveNumberInput { Id = "count" }, """{"type":"Input.Number","id":"count"}""" },
        {
            new AdaptiveNumberInput { Id = "count", Value = 0, Min = -1.5, Max = 10 },
            """{"type":"Input.Number","id":"count","value":0.0,"min":-1.5,"max":10.0}"""
        },
        {
            new AdaptiveToggleInput { Id = "up", Title = "Still there", Value = "True", IsRequired = true },
            """
            {"type":"Input.Toggle","id":"up","title":"Still there","valueOn":"True","valueOff":"False","value":"True","isRequired":true}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public void An_Input_Is_Written_As_The_Schema_Has_It(AdaptiveInput input, string expected)
    {
        Assert.All(Json.Ways(Json.CardWith(input)), json => Assert.Equal(Json.OneLine(expected), Json.OneLine(json["body"]![0]!)));
    }

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public void An_Input_Survives_Being_Read(AdaptiveInput input, string expected)
    {
        var read = AdaptiveCard.FromJson(Json.CardWith(input).ToJson());

        Assert.Empty(read.Warnings);
        Assert.IsType(input.GetType(), Assert.Single(read.Card.Body));
        Assert.Equal(Json.OneLine(expected), Json.OneLine(Json.Parse(read.Card.ToJson())["body"]![0]!));
    }
}
