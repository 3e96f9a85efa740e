using System.Globalization;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Tests.Security;

/// <summary>Numbers are made by the rule and by breaking it, a thousand of each, always the same ones.</summary>
public sealed class NhsNumberTests
{
    private const int Many = 1_000;

    private static readonly string[] Gaps = ["", " ", "-", "\u00A0", "\u2013", "\u2011", "\n", "\r\n", " \n  ", "\u200B", ".", "_", "%20", "+", "%2D", "%E2%80%91"];

    /// <summary>Western, Arabic, Devanagari, full-width and mathematical digits.</summary>
    private static readonly int[] Zeros = ['0', 0x0660, 0x0966, 0xFF10, 0x1D7CE];

    [Fact]
    public void Every_Valid_Number_Is_Found_However_It_Is_Written()
    {
        var random = new Random(1);
        for (var number = 0; number < Many; number++)
        {
            var digits = Valid(random);
            var written = $"Patient {Written(digits, random)}, rude again";
            Assert.True(Kinds(written) is [PatientDetailKind.NhsNumber], written);
        }
    }

    [Fact]
    public void A_Number_That_Breaks_The_Rule_Is_Never_Found()
    {
        var random = new Random(2);
        for (var number = 0; number < Many; number++)
        {
            var digits = Valid(random);
            var wrong = digits[..9] + (char)('0' + ((digits[9] - '0' + random.Next(1, 10)) % 10));
            var written = $"Call {Written(wrong, random)} today";
            Assert.True(Kinds(written) is [], written);
        }
    }

    [Fact]
    public void Within_A_Longer_Number_There_Is_None()
    {
        var random = new Random(3);
        for (var number = 0; number < Many; number++)
        {
            var digits = Valid(random);
            var longer = random.Next(2) == 0 ? random.Next(10) + digits : digits + random.Next(10);
            Assert.True(Kinds($"https://x.example/status/{longer}") is [], longer);
            Assert.True(Kinds(longer) is [], longer);
        }
    }

    [Fact]
    public void In_A_Masked_Text_Nothing_Is_Found_And_Nothing_Else_Has_Changed()
    {
        var random = new Random(4);
        for (var number = 0; number < Many; number++)
        {
            var before = random.Next(3) == 0 ? random.Next(1_000_000).ToString(CultureInfo.InvariantCulture) + " " : "Ünder 😡 ";
            var written = Written(Valid(random), random);
            var text = $"{before}{written}; born 04/03/1962, {Written(Valid(random), random)} end";
            var masked = PatientDetails.Mask(text);

            Assert.Empty(PatientDetails.In(masked));
            Assert.DoesNotContain("/1962", masked);
            Assert.StartsWith(before[..3], masked, StringComparison.Ordinal);
            Assert.EndsWith(" end", masked, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("943 476 5919", "943 *** ****")]
    [InlineData("943-476-5919", "943-***-****")]
    [InlineData("9434765919", "943*******")]
    [InlineData("NHS9434765919.png", "NHS943*******.png")]
    [InlineData("943 476\r\n5919", "943 ***\r\n****")]
    [InlineData("https://x.example/?nhs=943%20476%205919&page=2", "https://x.example/?nhs=943%20***%20****&page=2")]
    [InlineData("https://x.example/?a=1&nhs=9434765919#top", "https://x.example/?a=1&nhs=943*******#top")]
    [InlineData("https://x.example/?q=943+476+5919", "https://x.example/?q=943+***+****")]
    [InlineData("nhs_943_476_5919.jpg", "nhs_943_***_****.jpg")]
    [InlineData("9 4 3 4 7 6 5 9 1 9", "9 4 3 * * * * * * *")]
    [InlineData("%39434765919", "%3943*******")]
    [InlineData("943 476 5919 2 weeks ago", "943 *** **** 2 weeks ago")]
    public void Three_Digits_Stay_And_The_Rest_Becomes_Stars(string text, string masked) => Assert.Equal(masked, PatientDetails.Mask(text));

    [Theory]
    [InlineData("Ring 01803 555019 or 020 7946 0958")]
    [InlineData("+44 943 476 5919")]
    [InlineData("(+44 943 476 5919)")]
    [InlineData("0000000000")]
    [InlineData("https://facebook.example/posts/94347659191024")]
    [InlineData("Seen 2026-03-04 10:00, 2026-03-04 11:15, 2026-03-04 12:30")]
    [InlineData("RMC-2026-0042")]
    [InlineData("943 476, 5919")]
    [InlineData("")]
    public void Other_Numbers_Are_Left_Alone(string text)
    {
        Assert.Empty(PatientDetails.In(text));
        Assert.Equal(text, PatientDetails.Mask(text));
    }

    [Fact]
    public void Every_Time_Of_A_Year_Is_Left_Alone()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var hour = 0; hour < 366 * 24; hour++)
        {
            var time = start.AddHours(hour).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            Assert.True(Kinds($"Posted {time}.") is [], time);
        }
    }

    [Fact]
    public void A_Long_Text_Full_Of_Digits_Is_Read_At_Once()
    {
        var random = new Random(5);
        var text = string.Concat(Enumerable.Range(0, 4_000).Select(_ => random.Next(4) == 0 ? ' ' : (char)('0' + random.Next(10))));
        Assert.Empty(PatientDetails.In(PatientDetails.Mask(text)));
    }

    private static string Valid(Random random)
    {
        while (true)
        {
            var nine = string.Concat(Enumerable.Range(0, 9).Select(_ => (char)('0' + random.Next(10))));
            var check = 11 - (nine.Select((digit, at) => (digit - '0') * (10 - at)).Sum() % 11);
            if (check != 10 && nine.Trim('0').Length > 0)
            {
                return nine + (check == 11 ? 0 : check);
            }
        }
    }

    private static string Written(string digits, Random random)
    {
        var zero = Zeros[random.Next(Zeros.Length)];
        string Said(string part) => string.Concat(part.Select(digit => char.ConvertFromUtf32(zero + (digit - '0'))));
        var gap = Gaps[random.Next(Gaps.Length)];
        return $"{Said(digits[..3])}{gap}{Said(digits[3..6])}{gap}{Said(digits[6..])}";
    }

    private static IReadOnlyList<PatientDetailKind> Kinds(string text) => [.. PatientDetails.In(text).Select(found => found.Kind)];
}
