using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData("post.png", "post.png")]
    [InlineData("Björn's Post 😀.png", "Björn's Post 😀.png")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\ann\post.png", "post.png")]
    [InlineData("post\r\n\u0007.png", "post.png")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("po\u200Bst\u2028.png", "post.png")]
    [InlineData("  post.png. ", "post.png")]
    [InlineData("\uD800post.png", "post.png")]
    [InlineData("<b>*post*</b>.png", "b>.png")]
    public void A_Name_Is_Shown_As_Sent_But_Cannot_Mislead(string sent, string shown) => Assert.Equal(shown, ShownName.Clean(sent, 1, ".png"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a/")]
    [InlineData("..")]
    [InlineData("\u202E\0")]
    public void A_Pasted_Picture_Gets_A_Name(string? sent)
    {
        Assert.Equal("Screenshot 3.png", ShownName.Clean(sent, 3, ".png"));
        Assert.Equal("Screenshot 3", ShownName.Clean(sent, 3, ""));
    }

    [Fact]
    public void A_Long_Name_Keeps_Its_Extension()
    {
        var shown = ShownName.Clean(new string('x', 100_000) + ".jpeg", 1, ".jpg");
        Assert.Equal(ShownName.MaxLength, shown.Length);
        Assert.EndsWith("x….jpeg", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Long_Name_Is_Not_Cut_Through_An_Emoji()
    {
        var shown = ShownName.Clean("x" + string.Concat(Enumerable.Repeat("😀", 100)) + ".png", 1, ".png");
        Assert.InRange(shown.Length, 100, ShownName.MaxLength);
        Assert.DoesNotContain('\uFFFD', new string([.. shown.EnumerateRunes().SelectMany(rune => rune.ToString())]));
    }
}
