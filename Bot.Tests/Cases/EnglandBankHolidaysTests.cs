using System.Globalization;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Cases;

public sealed class EnglandBankHolidaysTests
{
    [Theory]
    [InlineData(2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec")]
    [InlineData(2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec")]
    [InlineData(2028, "3 Jan, 14 Apr, 17 Apr, 1 May, 29 May, 28 Aug, 25 Dec, 26 Dec")]
    [InlineData(2029, "1 Jan, 30 Mar, 2 Apr, 7 May, 28 May, 27 Aug, 25 Dec, 26 Dec")]
    [InlineData(2030, "1 Jan, 19 Apr, 22 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec")]
    public void Holidays_Of_A_Year_Are_Those_Published(int year, string published) =>
        Assert.Equal(published, string.Join(", ", EnglandBankHolidays.In(year).Select(Short)));

    [Fact]
    public void Christmas_On_A_Sunday_Passes_Over_Boxing_Day_To_The_Tuesday() =>
        Assert.Equal(["26 Dec", "27 Dec"], EnglandBankHolidays.In(2033).TakeLast(2).Select(Short));

    [Fact]
    public void New_Year_On_A_Sunday_Is_Kept_On_The_Monday() => Assert.True(EnglandBankHolidays.Contains(new DateOnly(2034, 1, 2)));

    [Theory]
    [InlineData(2011, 4, 25)]
    [InlineData(2008, 3, 24)]
    [InlineData(2038, 4, 26)]
    [InlineData(2049, 4, 19)]
    [InlineData(2076, 4, 20)]
    public void Easter_Monday_Is_Right_In_Early_And_Late_Years(int year, int month, int day) =>
        Assert.True(EnglandBankHolidays.Contains(new DateOnly(year, month, day)));

    [Fact]
    public void Every_Year_Of_A_Century_Has_Eight_Weekdays() =>
        Assert.All(
            Enumerable.Range(2000, 100),
            year =>
            {
                Assert.Equal(8, EnglandBankHolidays.In(year).Count);
                Assert.All(EnglandBankHolidays.In(year), day => Assert.InRange(day.DayOfWeek, DayOfWeek.Monday, DayOfWeek.Friday));
            });

    private static string Short(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
