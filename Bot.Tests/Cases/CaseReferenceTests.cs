using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Cases;

public sealed class CaseReferenceTests
{
    [Theory]
    [InlineData("RMC-2026-0042")]
    [InlineData("  rmc-2026-42 ")]
    [InlineData("Rmc-2026-000042")]
    public void A_Reference_Is_Read_As_People_Type_It(string typed)
    {
        var reference = CaseReference.Parse(typed);
        Assert.Equal(new CaseReference("RMC", 2026, 42), reference);
        Assert.Equal("RMC-2026-0042", reference.ToString());
    }

    [Fact]
    public void A_Busy_Year_Gets_More_Digits() => Assert.Equal("RMC-2026-12345", new CaseReference("RMC", 2026, 12345).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("RMC 2026 0042")]
    [InlineData("R-2026-0042")]
    [InlineData("PRACTICE-2026-0042")]
    [InlineData("RMC-26-0042")]
    [InlineData("RMC-2026-")]
    [InlineData("RMC-2026-1234567")]
    [InlineData("RMC-2026-0042; drop table")]
    [InlineData("RMC-٢٠٢٦-٠٠٤٢")]
    public void What_Is_No_Reference_Is_None(string? typed) => Assert.Null(CaseReference.Parse(typed));
}
