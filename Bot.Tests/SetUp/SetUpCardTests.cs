using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SetUp;

public sealed class SetUpCardTests
{
    private static readonly IReadOnlyList<Person> People = new FixedRoster(CaseBuilder.Ann, CaseBuilder.Dev, CaseBuilder.Mona).People;
    private static readonly IReadOnlyList<(string, string)> Channels = [("19:general", "General"), ("19:safety", "Online safety")];

    private static readonly PracticeChoices Chosen = new()
    {
        Name = "Harbour Surgery",
        Managers = [CaseBuilder.Mona.Id.Value],
        Deputies = [CaseBuilder.Dev.Id.Value, "00000000-0000-0000-0000-0000000000ff"],
        ChannelId = "19:safety",
        SummaryDay = DayOfWeek.Friday,
        SummaryTime = new TimeOnly(16, 30),
        Closures = [new DateOnly(2026, 12, 24)],
    };

    [Fact]
    public async Task A_Team_Of_Which_Nothing_Is_Known() => GoldenCard.Matches(SetUpCard.Draw(await ViewAsync(new PracticeChoices(), null)), "SetUp/empty.json");

    [Fact]
    public async Task Somebody_Was_First_And_Something_Is_Wrong()
    {
        var view = await ViewAsync(Chosen, "HSG");
        var filled = view with
        {
            News = SetUpCommand.WasFirst,
            Filled = view.Form with { Prefix = "1", Closures = ReportCards.Hostile },
            Problems = [(SetUpFields.Prefix, SetUpCommand.PrefixTaken), (SetUpFields.Closures, $"{ReportCards.Hostile} is not a date that I can read.")],
        };

        GoldenCard.Matches(SetUpCard.Draw(filled), "SetUp/problems.json");
    }

    [Fact]
    public async Task What_The_Configuration_Decides_Is_Shown_As_Fixed()
    {
        var options = new PracticeOptions { Managers = { CaseBuilder.Mona.Id.Value }, Deputies = { CaseBuilder.Dev.Id.Value } };
        var settings = await KnownPractices.Of(options).GetAsync(CaseBuilder.Practice, default);

        GoldenCard.Matches(SetUpCard.Draw(new SetUpView(settings, People, [])), "SetUp/fixed.json");
    }

    [Fact]
    public async Task All_Done() => GoldenCard.Matches(SetUpDoneCard.Draw(await ViewAsync(Chosen, "HSG") with { News = SetUpCommand.Saved }), "SetUp/done.json");

    [Fact]
    public async Task What_Was_Changed_And_By_Whom()
    {
        var before = await ViewAsync(new PracticeChoices(), null);
        var change = new PracticeChangeRow
        {
            Practice = CaseBuilder.Practice,
            Version = 1,
            At = CaseBuilder.Wednesday,
            By = CaseBuilder.Ann.Id,
            Choices = Chosen.Write(),
        };

        GoldenCard.Matches(SetUpChangedCard.Draw(before, await ViewAsync(Chosen, "HSG"), change), "SetUp/changed.json");
    }

    [Theory]
    [InlineData(20, 80)]
    [InlineData(21, 80)]
    [InlineData(22, 80)]
    [InlineData(50, 18)]
    [InlineData(2_000, 80)]
    public async Task However_Long_The_Roster_The_Card_Fits(int people, int letters)
    {
        var roster = Enumerable.Range(0, people)
            .Select(i => new Person(new PersonId($"00000000-0000-0000-0000-{i:D12}"), $"𝒩{new string('Ä', letters)}", $"somebody.{i}@{new string('x', 60)}.example", $"29:{i}"))
            .ToList();
        var everybody = roster.Take(20).Select(person => person.Id.Value).ToList();
        var settings = (await ViewAsync(Chosen with { Managers = everybody, Deputies = everybody, Partners = everybody, Closures = [.. Enumerable.Range(0, 100).Select(new DateOnly(2027, 1, 1).AddDays)] }, "HSG")).Settings;
        var channels = Enumerable.Range(0, 30).Select(i => ($"19:{i:D44}@thread.tacv2", new string('C', 50))).ToList();

        var card = SetUpCard.Draw(new SetUpView(settings, roster, channels));

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(CardJson.Of(card).ToString(Newtonsoft.Json.Formatting.None)), 1, GoldenCard.MaxBytes);
    }

    private static async Task<SetUpView> ViewAsync(PracticeChoices choices, string? prefix)
    {
        var row = new PracticeRow
        {
            Practice = CaseBuilder.Practice,
            TeamId = "team",
            ReferencePrefix = prefix,
            Choices = choices.Write(),
            Version = prefix is null ? 0 : 3,
        };
        var settings = await KnownPractices.Of(new PracticeOptions { Id = "elsewhere" }, row).GetAsync(CaseBuilder.Practice, default);
        return new SetUpView(settings, People, Channels);
    }
}
