using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Sdk.Tests.Dialogs;

public sealed class ChoiceRecognizersTests
{
    private static readonly List<string> Colours = ["red", "green", "blue"];
    private static readonly List<string> Puddings = ["bread", "bread pudding", "pudding"];

    [Fact]
    public void A_Choice_Is_Found_With_Its_Place_In_The_Sentence()
    {
        var found = Assert.Single(Find.FindChoices("the red one please.", Colours));

        Assert.Equal((4, 6, "red", "choice"), (found.Start, found.End, found.Text, found.TypeName));
        Assert.Equal(("red", 0, 1f, "red"), (found.Resolution.Value, found.Resolution.Index, found.Resolution.Score, found.Resolution.Synonym));
    }

    [Fact]
    public void Several_Are_Found_In_The_Order_Of_The_Sentence() =>
        Assert.Equal(["blue", "red"], Find.FindChoices("blue and red, please", Colours).Select(found => found.Resolution.Value));

    [Fact]
    public void The_Longest_Match_Wins_Where_They_Overlap()
    {
        var found = Find.FindChoices("the bread pudding and bread please.", Puddings);

        Assert.Equal(["bread pudding", "bread"], found.Select(match => match.Resolution.Value));
        Assert.Equal((4, 16), (found[0].Start, found[0].End));
    }

    [Fact]
    public void A_Few_Other_Words_May_Stand_Between_And_The_Order_Counts()
    {
        List<string> choices = ["second last"];

        Assert.Single(Find.FindChoices("the second from last one", choices));
        Assert.Empty(Find.FindChoices("the last from the second one", choices));
        Assert.Empty(Find.FindChoices("the second of all those that came last", choices));
        Assert.Single(Find.FindChoices("second of them last", choices, new FindChoicesOptions { MaxTokenDistance = 2 }));
        Assert.Empty(Find.FindChoices("second of them last", choices, new FindChoicesOptions { MaxTokenDistance = 1 }));
    }

    [Fact]
    public void A_Part_Is_Enough_Only_When_That_Is_Allowed()
    {
        List<string> options = ["option A", "option B"];

        Assert.Empty(Find.FindChoices("B please", options));
        var found = Assert.Single(Find.FindChoices("B please", options, new FindChoicesOptions { AllowPartialMatches = true }));
        Assert.Equal(1, found.Resolution.Index);
    }

    [Fact]
    public void Button_Titles_Count_Unless_Turned_Off()
    {
        List<Choice> choices = [new("r") { Action = new CardAction(title: "crimson", value: "r") }];

        Assert.Equal("r", Assert.Single(Find.FindChoices("the crimson one", choices)).Resolution.Value);
        Assert.Empty(Find.FindChoices("the crimson one", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("an r there", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Theory]
    [InlineData("the first one please.", 4, 8, "first", 0)]
    [InlineData("1", 0, 0, "1", 0)]
    [InlineData("one", 0, 2, "one", 0)]
    [InlineData("I take the 3rd", 11, 13, "3rd", 2)]
    [InlineData("Two!", 0, 2, "Two", 1)]
    public void Else_By_Place_Or_Number(string words, int start, int end, string text, int index)
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices(words, Colours));

        Assert.Equal((start, end, text, index), (found.Start, found.End, found.Text, found.Resolution.Index));
        Assert.Equal(1f, found.Resolution.Score);
    }

    [Theory]
    [InlineData("the first and third one please.")]
    [InlineData("option one and 3.")]
    public void Several_Places_Or_Numbers(string words) =>
        Assert.Equal(["red", "blue"], ChoiceRecognizers.RecognizeChoices(words, Colours).Select(found => found.Resolution.Value));

    [Theory]
    [InlineData("twenty-one", 21)]
    [InlineData("the twenty second", 22)]
    [InlineData("11th", 11)]
    [InlineData("nineteen", 19)]
    [InlineData("thirtieth", 30)]
    public void Long_Lists_Need_Long_Numbers(string words, int number)
    {
        List<string> choices = [.. Enumerable.Range(1, 40).Select(i => $"item-{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}")];

        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices(words, choices));
        Assert.Equal(number - 1, found.Resolution.Index);
    }

    [Fact]
    public void Words_Come_Before_Places_And_Places_Before_Numbers()
    {
        List<string> choices = ["second chance", "first aid"];

        Assert.Equal(1, Assert.Single(ChoiceRecognizers.RecognizeChoices("first aid", choices)).Resolution.Index);
        Assert.Equal(1, Assert.Single(ChoiceRecognizers.RecognizeChoices("second of 1", choices)).Resolution.Index);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("none")]
    [InlineData("b2b")]
    public void Nothing_Is_Found_In_What_Names_Nothing(string? words) =>
        Assert.Empty(ChoiceRecognizers.RecognizeChoices(words, Colours));

    [Fact]
    public void A_Very_Long_Message_Is_Searched_Quickly()
    {
        var words = string.Concat(Enumerable.Repeat("twenty not red-ish, 1,000.5 ", 4_000));
        var found = ChoiceRecognizers.RecognizeChoices(words, Colours);

        Assert.Equal("red", Assert.Single(found).Resolution.Value);
    }

    [Fact]
    public void A_Sentence_Breaks_At_Spaces_And_Punctuation_And_Around_Emoji()
    {
        var tokens = Tokenizer.DefaultTokenizer("Food, 👍👍 déjà-vu");

        Assert.Equal(["food", "👍", "👍", "déjà", "vu"], tokens.Select(token => token.Normalized));
        Assert.Equal([(0, 3), (6, 7), (8, 9), (11, 14), (16, 17)], tokens.Select(token => (token.Start, token.End)));
        Assert.Empty(Tokenizer.DefaultTokenizer(null));
    }
}
