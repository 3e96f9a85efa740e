using System.Globalization;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Tests.Security;

public sealed class BirthDateTests
{
    private static readonly string[] Labels = ["DOB-", "DOB: ", "d.o.b. ", "D.O.B ", "date of birth ", "Date of birth: ", "born ", "born on ", "Born on the ", "dob=", "birthday is ", "DOB of the patient: ", "born on Sunday "];

    private static readonly string[] Forms =
        ["dd/MM/yyyy", "d/M/yy", "dd-MM-yyyy", "dd.MM.yyyy", "d . M . yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yy", "dd-MMM-yyyy", "MMMM d, yyyy", "ddMMyyyy", "dd MM yyyy"];

    [Fact]
    public void A_Date_That_Is_Called_A_Date_Of_Birth_Is_Found_However_It_Is_Written()
    {
        var random = new Random(1);
        foreach (var (label, form) in from label in Labels from form in Forms select (label, form))
        {
            var day = new DateOnly(1930, 1, 1).AddDays(random.Next(30_000)).ToString(form, CultureInfo.InvariantCulture);
            var text = $"He wrote her {label}{day} under it";
            Assert.True(PatientDetails.In(text) is [{ Kind: PatientDetailKind.DateOfBirth }], text);
            Assert.DoesNotContain(day, PatientDetails.Mask(text));
        }
    }

    [Fact]
    public void A_Date_That_Is_Not_Called_So_Is_Left_Alone()
    {
        var random = new Random(2);
        foreach (var form in Forms)
        {
            var day = new DateOnly(1930, 1, 1).AddDays(random.Next(30_000)).ToString(form, CultureInfo.InvariantCulture);
            var text = $"Posted on {day} and again a day later";
            Assert.True(PatientDetails.In(text) is [], text);
        }
    }

    [Theory]
    [InlineData("DOB 04/03/1962", "DOB **/**/****")]
    [InlineData("born 4th of March 1962", "born *** ** ***** ****")]
    [InlineData("dob_04-03-1962.png", "dob_**-**-****.png")]
    [InlineData("https://x.example/?dob=04%2F03%2F1962", "https://x.example/?dob=**%2F**%2F****")]
    [InlineData("04/03/1962 (DOB)", "**/**/**** (DOB)")]
    [InlineData("4 March 1962 is her date of birth", "* ***** **** is her date of birth")]
    [InlineData("943 476 5919, John Smith, 04/03/1962", "943 *** ****, John Smith, **/**/****")]
    [InlineData("(04.03.62) 943 476 5919", "(**.**.**) 943 *** ****")]
    [InlineData("DOB ٠٤/٠٣/١٩٦٢", "DOB **/**/****")]
    public void It_Becomes_Stars(string text, string masked) => Assert.Equal(masked, PatientDetails.Mask(text));

    [Theory]
    [InlineData("He is a born liar, posted 4 March 2026")]
    [InlineData("Posted 04/03/2026, DOB not given")]
    [InlineData("DOB 45/13/1962")]
    [InlineData("Newborn clinic, 04/03/2026")]
    [InlineData("Born in 1962")]
    [InlineData("Dobson wrote on 04/03/2026")]
    [InlineData("seen 20260304")]
    public void Other_Dates_Are_Left_Alone(string text) => Assert.Empty(PatientDetails.In(text));

    [Fact]
    public void Far_From_An_NHS_Number_A_Date_Is_The_Posts() => Assert.Equal(
        [PatientDetailKind.NhsNumber],
        PatientDetails.In("He gave 943 476 5919 as if it were nothing, which I found hard to believe, on 04/03/2026").Select(found => found.Kind));
}
