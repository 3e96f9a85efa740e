using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Sdk.Tests.Internals.Dialogs;

public sealed class LongMessageTests
{
    /// <summary>A message may have 100,000 characters; looking for numbers in it must not take longer than reading it.</summary>
    [Theory]
    [InlineData("twenty ", 20_000)]
    [InlineData("1,000.", 0)]
    [InlineData("1 ", 20_000)]
    [InlineData("twenty          ", 20_000)]
    [InlineData("------------", 0)]
    public void Numbers_Are_Found_In_Time_That_Grows_With_The_Length(string words, int numbers)
    {
        var text = string.Concat(Enumerable.Repeat(words, 20_000));

        var found = EnglishNumber.Cardinals(text);

        Assert.Empty(EnglishNumber.Ordinals(text));
        Assert.True(numbers == 0 || found.Count == numbers, $"{found.Count} numbers");
    }
}
