using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SetUp;

public sealed class SetUpCheckTests
{
    private static readonly IReadOnlyList<(string, string)> Channels = [("19:general", "General"), ("19:safety", "Online safety")];
    private static readonly IReadOnlyList<Person> People = new FixedRoster(CaseBuilder.Ann, CaseBuilder.Dev, CaseBuilder.Mona).People;

    private static readonly SetUpForm Good = new()
    {
        Name = "  Harbour   Surgery ",
        Prefix = "hsg",
        Managers = CaseBuilder.Mona.Id.Value,
        Deputies = $"{CaseBuilder.Dev.Id},{CaseBuilder.Dev.Id}",
        Channel = "19:safety",
        Day = "Friday",
        Time = "16:30",
        Opens = "07:30",
        Closes = "18:00",
        Closures = "24/12/2026\n2026-12-31, 2 January 2027",
    };

    [Fact]
    public async Task What_Is_Right_Is_Read_As_It_Was_Meant()
    {
        var found = await CheckAsync(Good);

        Assert.Empty(found.Problems);
        Assert.Equal(("Harbour Surgery", "HSG", "19:safety"), (found.Choices.Name, found.ReferencePrefix, found.Choices.ChannelId));
        Assert.Equal([CaseBuilder.Mona.Id.Value], found.Choices.Managers);
        Assert.Equal([CaseBuilder.Dev.Id.Value], found.Choices.Deputies);
        Assert.Equal((DayOfWeek.Friday, new TimeOnly(16, 30)), (found.Choices.SummaryDay, found.Choices.SummaryTime));
        Assert.Equal((new TimeOnly(7, 30), new TimeOnly(18, 0)), (found.Choices.Opens, found.Choices.Closes));
        Assert.Equal([new(2026, 12, 24), new(2026, 12, 31), new(2027, 1, 2)], found.Choices.Closures);
    }

    [Fact]
    public async Task What_Was_Chosen_Is_How_The_Practice_Works()
    {
        var found = await CheckAsync(Good);
        var settings = await SettingsAsync(new PracticeOptions { Id = "elsewhere" }, new PracticeRow
        {
            Practice = CaseBuilder.Practice,
            TeamId = "team",
            ReferencePrefix = found.ReferencePrefix,
            Choices = found.Choices.Write(),
        });

        Assert.Equal(("Harbour Surgery", "HSG", "30 16 * * 5"), (settings.Name, settings.ReferencePrefix, settings.SummaryCron));
        Assert.True(settings.IsSetUp);
        Assert.False(settings.Calendar.IsWorkingDay(new DateOnly(2026, 12, 24)));
        Assert.Equal(TimeSpan.FromHours(10.5), settings.Calendar.Day);
        Assert.Equal(Good with { Name = "Harbour Surgery", Prefix = "HSG", Deputies = CaseBuilder.Dev.Id.Value, Closures = "24/12/2026\n31/12/2026\n02/01/2027" },
            SetUpForm.Of(settings, People, byName: false));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { SetUpFields.Name, "", "Please write what the practice is called." },
        { SetUpFields.Name, new string('x', 81), "Please make the name at most 80 characters long." },
        { SetUpFields.Prefix, "R", "Please choose two to six letters, such as RMC." },
        { SetUpFields.Prefix, "RMC1", "Please choose two to six letters, such as RMC." },
        { SetUpFields.Prefix, "TOOLONG", "Please choose two to six letters, such as RMC." },
        { SetUpFields.Managers, "nobody@elsewhere.example", "nobody@elsewhere.example is not on the team's roster. Add them to the team in Teams first, or choose somebody else." },
        { SetUpFields.Channel, "19:deleted", "That channel is not there any more. Please choose another one." },
        { SetUpFields.Day, "Someday", "Please choose a weekday." },
        { SetUpFields.Day, "8", "Please choose a weekday." },
        { SetUpFields.Time, "9 o'clock", "Please give a time, such as 09:00." },
        { SetUpFields.Opens, "25:00", "Please give a time, such as 09:00." },
        { SetUpFields.Closes, "07:30", "The practice must close after it opens." },
        { SetUpFields.Closures, "31/02/2027", "31/02/2027 is not a date that I can read. Please write it like 24/12/2026." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_Is_Wrong_Is_Said_At_Its_Field(string field, string typed, string sentence)
    {
        var form = field switch
        {
            SetUpFields.Name => Good with { Name = typed },
            SetUpFields.Prefix => Good with { Prefix = typed },
            SetUpFields.Managers => Good with { Managers = typed },
            SetUpFields.Channel => Good with { Channel = typed },
            SetUpFields.Day => Good with { Day = typed },
            SetUpFields.Time => Good with { Time = typed },
            SetUpFields.Opens => Good with { Opens = typed },
            SetUpFields.Closes => Good with { Closes = typed },
            _ => Good with { Closures = typed },
        };

        Assert.Equal((field, sentence), Assert.Single((await CheckAsync(form)).Problems));
    }

    [Fact]
    public async Task Somebody_Must_Decide()
    {
        Assert.Contains((await CheckAsync(Good with { Managers = "", Deputies = "" })).Problems, problem => problem.Field == SetUpFields.Managers);
        Assert.Empty((await CheckAsync(Good with { Managers = "" })).Problems);
    }

    [Fact]
    public async Task While_Teams_Cannot_List_The_Channels_The_Channel_Stays_As_It_Was()
    {
        var settings = await SettingsAsync(new PracticeOptions { Id = "elsewhere" }, new PracticeRow
        {
            Practice = CaseBuilder.Practice,
            TeamId = "team",
            Choices = new PracticeChoices { ChannelId = "19:kept" }.Write(),
        });

        var found = new SetUpCheck(settings, People, []).Run(Good);

        Assert.Empty(found.Problems);
        Assert.Equal("19:kept", found.Choices.ChannelId);
    }

    [Fact]
    public async Task What_The_Configuration_Decides_Is_Not_Read_From_A_Card()
    {
        var options = new PracticeOptions { Managers = { CaseBuilder.Mona.Id.Value } };
        var settings = await SettingsAsync(options);

        var found = new SetUpCheck(settings, People, Channels).Run(Good with { Managers = CaseBuilder.Ann.Id.Value, Deputies = "" });

        Assert.Empty(found.Problems);
        Assert.Null(found.Choices.Managers);
        Assert.Equal("Practice:Managers", settings.Fixed[PracticeSetting.Managers]);
        Assert.DoesNotContain(PracticeSetting.Deputies, settings.Fixed.Keys);
    }

    [Theory]
    [InlineData("0 9 * * 1", DayOfWeek.Monday, 9, 0)]
    [InlineData("30 16 * * 7", DayOfWeek.Sunday, 16, 30)]
    public void A_Time_Once_A_Week_Can_Be_Shown_On_The_Card(string cron, DayOfWeek day, int hour, int minute) =>
        Assert.Equal(new SummaryTime(day, new TimeOnly(hour, minute)), SummaryTime.Parse(cron));

    [Theory]
    [InlineData("0 9 * * 1,3")]
    [InlineData("0 9 1 * *")]
    [InlineData("*/5 9 * * 1")]
    [InlineData("0 24 * * 1")]
    [InlineData("nonsense")]
    public void Any_Other_Cannot(string cron) => Assert.Null(SummaryTime.Parse(cron));

    private static async Task<CheckedSetUp> CheckAsync(SetUpForm form) =>
        new SetUpCheck(await SettingsAsync(new PracticeOptions { Id = "elsewhere" }), People, Channels).Run(form);

    private static Task<PracticeSettings> SettingsAsync(PracticeOptions options, params IReadOnlyList<PracticeRow> rows) =>
        KnownPractices.Of(options, rows).GetAsync(CaseBuilder.Practice, default);
}
