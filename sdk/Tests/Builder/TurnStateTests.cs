using Microsoft.Bot.Builder;

namespace Sdk.Tests.Builder;

public sealed class TurnStateTests
{
    private readonly TurnContextStateCollection _state = [];

    [Fact]
    public void Values_Are_Kept_By_Name_And_By_Type()
    {
        _state.Add("name", "by name");
        _state.Add<IFormatProvider>(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("by name", _state.Get<string>("name"));
        Assert.Same(System.Globalization.CultureInfo.InvariantCulture, _state.Get<IFormatProvider>());
        Assert.Same(System.Globalization.CultureInfo.InvariantCulture, _state.Get<object>("System.IFormatProvider"));
    }

    [Fact]
    public void What_Is_Not_There_Or_Of_Another_Type_Is_Null()
    {
        _state.Add("name", "text");

        Assert.Null(_state.Get<string>("other"));
        Assert.Null(_state.Get<Version>("name"));
        Assert.Null(_state.Get<Version>());
    }

    [Fact]
    public void Adding_Twice_Is_An_Error_And_Setting_Is_Not()
    {
        _state.Add("name", "first");

        Assert.Throws<ArgumentException>(() => _state.Add("name", "second"));
        _state.Set("name", "third");

        Assert.Equal("third", _state.Get<string>("name"));
    }
}
