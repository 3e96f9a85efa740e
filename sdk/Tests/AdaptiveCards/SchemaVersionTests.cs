using AdaptiveCards;

namespace Sdk.Tests.Cards;

public sealed class SchemaVersionTests
{
    [Theory]
    [InlineData("1.5", 1, 5)]
    [InlineData("1", 1, 0)]
    [InlineData("10.12", 10, 12)]
    public void A_Version_Is_Two_Numbers(string text, int major, int minor)
    {
        AdaptiveSchemaVersion version = text;

        Assert.Equal((major, minor), (version.Major, version.Minor));
        Assert.Equal($"{major}.{minor}", version.ToString());
        Assert.Equal(new AdaptiveSchemaVersion(major, minor), version);
        Assert.True(new AdaptiveSchemaVersion(major, minor) == version);
        Assert.Equal(new AdaptiveSchemaVersion(major, minor).GetHashCode(), version.GetHashCode());
    }

    [Fact]
    public void Versions_Compare_By_Number_And_Not_By_Text()
    {
        var two = new AdaptiveSchemaVersion("1.2");
        var ten = new AdaptiveSchemaVersion("1.10");

        Assert.True(ten > two);
        Assert.True(two < ten);
        Assert.True(two <= ten);
        Assert.True(ten >= two);
        Assert.True(two != ten);
        Assert.True(two.CompareTo(null) > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1.x")]
    public void Anything_Else_Is_No_Version(string text)
    {
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveSchemaVersion(text));
    }

    [Fact]
    public void No_Text_Is_No_Version() => Assert.Throws<ArgumentException>(() => new AdaptiveSchemaVersion(null));
}
