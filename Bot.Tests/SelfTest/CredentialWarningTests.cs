using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

/// <summary>It is Wednesday 4 March 2026, 10:00. Mona and Dev look after the bot; its secret is good until 3 April.</summary>
public sealed class CredentialWarningTests
{
    private static readonly PracticeId Harbour = new("harbour");

    private readonly CapturedLogs _logs = new();

    [SkippableTheory, BothDatabases]
    public async Task Each_Administrator_Is_Told_Once_A_Day_From_Thirty_Days_Before(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        const string Expires = "2026-04-10";
        practice.Time.SetUtcNow(At(3, 10, 23, 59));
        await TickAsync(practice, Expires);
        Assert.Empty(await practice.RowsAsync());

        practice.Time.SetUtcNow(At(3, 11, 8, 59));
        await TickAsync(practice, Expires);
        Assert.Empty(await practice.RowsAsync());

        for (var hour = 9; hour < 24; hour++)
        {
            practice.Time.SetUtcNow(At(3, 11, hour, 0));
            await TickAsync(practice, Expires);
        }

        Assert.Equal([CaseBuilder.Mona.Id, CaseBuilder.Dev.Id], (await practice.RowsAsync()).Select(row => row.Person!.Value).OrderBy(id => id.Value));
        practice.Time.SetUtcNow(At(3, 12, 9, 0));
        await TickAsync(practice, Expires);
        Assert.Equal(4, (await practice.RowsAsync()).Count);
    }

    [SkippableTheory, BothDatabases]
    public async Task Two_Instances_Warn_Once_And_What_Was_Missed_While_Down_Comes_At_The_Start(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        practice.Time.SetUtcNow(At(3, 20, 17, 30));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TickAsync(practice))));
        Assert.Equal(2, (await practice.RowsAsync()).Count);
    }

    [SkippableTheory, BothDatabases]
    public async Task Whoever_Looks_After_Two_Practices_Is_Told_Once(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        var mona = practice.Roster.Find(CaseBuilder.Mona);
        var everywhere = Mock.Of<IRoster>(roster => roster.GetAsync(It.IsAny<PracticeId>(), default) == Task.FromResult<IReadOnlyList<Person>>(new[] { mona }));
        var warnings = ForTwo(practice, everywhere);
        await warnings.ReconcileAsync(default);
        await warnings.ReconcileAsync(default);
        Assert.Equal(CaseBuilder.Mona.Id, Assert.Single(await practice.RowsAsync()).Person);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains("3203", StringComparison.Ordinal));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Practice_Whose_Roster_Cannot_Be_Read_Keeps_No_Other_From_Being_Warned(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        IReadOnlyList<Person> mona = [practice.Roster.Find(CaseBuilder.Mona)];
        var roster = new Mock<IRoster>();
        roster.Setup(all => all.GetAsync(CaseBuilder.Practice, default)).ThrowsAsync(new RosterUnavailableException(new HttpRequestException("Mrs Jones")));
        roster.Setup(all => all.GetAsync(Harbour, default)).ReturnsAsync(mona);
        var warnings = ForTwo(practice, roster.Object);

        await warnings.ReconcileAsync(default);

        Assert.Equal((CaseBuilder.Mona.Id, Harbour), Assert.Single(await practice.RowsAsync()) is var row ? (row.Person, row.Practice) : default);
        var line = Assert.Single(_logs.Lines, line => line.Contains(" 3204 ", StringComparison.Ordinal));
        Assert.Contains($"practice {CaseBuilder.Practice.Value} ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Jones", line, StringComparison.Ordinal);

        roster.Setup(all => all.GetAsync(CaseBuilder.Practice, default)).ReturnsAsync(mona);
        await warnings.ReconcileAsync(default);
        Assert.Single(await practice.RowsAsync());
    }

    [Fact]
    public async Task A_Warning_That_Could_Not_Go_Out_Yesterday_Does_Not_Come_Beside_Todays()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        var announcer = Announcer(practice);
        Assert.NotNull(await announcer.RenderAsync(Due(practice, "2026-03-04"), default));
        practice.Time.SetUtcNow(At(3, 5, 9, 0));
        Assert.Null(await announcer.RenderAsync(Due(practice, "2026-03-04"), default));
        Assert.NotNull(await announcer.RenderAsync(Due(practice, "2026-03-05"), default));
    }

    [Fact]
    public async Task Nobody_Is_Warned_Who_Does_Not_Look_After_The_Bot_Any_More_Nor_Of_A_Secret_That_Was_Renewed()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        Assert.Null(await Announcer(practice, "2027-03-04").RenderAsync(Due(practice, "2026-03-04"), default));
        practice.Roster.People.RemoveAll(person => person.Id == CaseBuilder.Mona.Id);
        Assert.Null(await Announcer(practice).RenderAsync(Due(practice, "2026-03-04"), default));
    }

    [Fact]
    public async Task An_Expired_Secret_Is_A_Clear_Line_In_The_Log()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        practice.Time.SetUtcNow(At(4, 3, 12, 0));
        await TickAsync(practice);
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(" 3202 ", StringComparison.Ordinal));

        practice.Time.SetUtcNow(At(4, 4, 0, 0));
        await TickAsync(practice);
        Assert.Contains(_logs.Lines, line => line.Contains("Error 3202 ", StringComparison.Ordinal) && line.Contains("MicrosoftAppPassword", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "secret")] // nobody wrote it down
    [InlineData("2026-03-10", null)] // a managed identity
    public async Task Nobody_Is_Warned_Where_Nothing_Is_Known_To_Run_Out(string? expires, string? password)
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        await TickAsync(practice, expires, password);
        Assert.Empty(await practice.RowsAsync());
    }

    private static DateTimeOffset At(int month, int day, int hour, int minute)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var local = new DateTime(2026, month, day, hour, minute, 0);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private Task TickAsync(DeliveryDriver practice, string? expires = "2026-04-03", string? password = "secret") =>
        new CredentialWarnings(
            Expiry(practice, expires, password),
            People(practice),
            practice.Outbox,
            Clock(practice),
            practice.Get<Practices>(),
            new LoggerFactory([_logs]).CreateLogger<CredentialWarnings>()).ReconcileAsync(default);

    /// <summary>Mona looks after the configured practice and after Harbour Surgery.</summary>
    private CredentialWarnings ForTwo(DeliveryDriver practice, IRoster roster)
    {
        var options = new PracticeOptions { Administrators = { CaseBuilder.Mona.Id.Value } };
        var both = KnownPractices.Of(options, new PracticeRow { Practice = Harbour, TeamId = "19:harbour", Choices = "{}" });
        return new CredentialWarnings(
            Expiry(practice, "2026-04-03", "secret"),
            new Administrators(roster, both, Options.Create(options)),
            practice.Outbox,
            Clock(practice),
            both,
            new LoggerFactory([_logs]).CreateLogger<CredentialWarnings>());
    }

    private static CredentialAnnouncer Announcer(DeliveryDriver practice, string expires = "2026-04-03") =>
        new(Expiry(practice, expires, "secret"), People(practice), Clock(practice));

    private static DueMessage Due(DeliveryDriver practice, string day) => new(
        CredentialWarnings.Kind, CaseBuilder.Practice, null, day, new Person(CaseBuilder.Mona.Id, CaseBuilder.Mona.Name, null, "29:mona"), practice.Time.GetUtcNow());

    private static CredentialExpiry Expiry(DeliveryDriver practice, string? expires, string? password)
    {
        var options = new CredentialOptions();
        options.Read(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("MicrosoftAppId", "11111111-1111-1111-1111-111111111111"),
            new("MicrosoftAppPassword", password),
            new(CredentialOptions.ExpiresKey, expires),
        ]).Build());
        return new CredentialExpiry(Options.Create(options), Clock(practice));
    }

    private static Administrators People(DeliveryDriver practice)
    {
        var options = new PracticeOptions { Administrators = { CaseBuilder.Mona.Id.Value, CaseBuilder.Dev.Id.Value } };
        return new Administrators(practice.Roster, practice.Get<Practices>(), Options.Create(options));
    }

    private static PracticeClock Clock(DeliveryDriver practice) => new(Options.Create(new PracticeOptions()), practice.Time);
}
