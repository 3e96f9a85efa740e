using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

/// <summary>Ann, Mona (manager) and Dev (deputy) are on the roster of the team in which the bot is installed.</summary>
public sealed class PracticeChecksTests
{
    [Fact]
    public async Task The_Roster_Is_Counted()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        await FindsAsync(Roster(practice), HealthStatus.Healthy, "People on the roster of the practice's team: 3.");
        practice.Roster.People.Clear();
        await FindsAsync(Roster(practice), HealthStatus.Degraded, "The bot is in no team, so it turns everybody away.", "Practice:TeamId");
        practice.Roster.Unavailable = true;
        await FindsAsync(Roster(practice), HealthStatus.Unhealthy, "Teams does not say who is on the roster, so nobody is let in.", "registration");
    }

    [SkippableTheory, BothDatabases]
    public async Task Those_Who_Decide_And_Cannot_Be_Reached_Are_Named_To_Administrators_Alone(string provider)
    {
        await using var practice = await DeliveryDriver.CreateAsync(provider);
        await practice.Get<Contacts>().StoreAsync(Away(CaseBuilder.Mona.Id, reachable: true), default);
        var found = await FindsAsync(
            Approvers(practice),
            HealthStatus.Healthy,
            "Those who decide: 2. Never wrote to the bot, so that the first message to them will show whether they can be reached: 1.");
        Assert.Contains($"can be reached: {CaseBuilder.Dev.Name}.", found.Inside, StringComparison.Ordinal);

        await practice.Get<Contacts>().StoreAsync(Away(CaseBuilder.Dev.Id, reachable: true), default);
        await FindsAsync(Approvers(practice), HealthStatus.Healthy, "Those who decide: 2. All can be reached.");

        await practice.Get<Contacts>().StoreAsync(Away(CaseBuilder.Dev.Id), default);
        found = await FindsAsync(Approvers(practice), HealthStatus.Degraded, "Those who decide: 2. Cannot be reached in Teams: 1.", "Apps");
        Assert.Equal($"Those who decide: 2. Cannot be reached in Teams: {CaseBuilder.Dev.Name}.", found.Inside);

        await practice.Get<Contacts>().StoreAsync(Away(CaseBuilder.Mona.Id), default);
        await FindsAsync(Approvers(practice), HealthStatus.Unhealthy, "Those who decide: 2. Cannot be reached in Teams: 2.", "Apps");
    }

    [Fact]
    public async Task Where_Nobody_Decides_Or_Somebody_Is_Missing_The_Setting_Is_Named()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        practice.Roster.People.RemoveAll(person => person.Id == CaseBuilder.Dev.Id);
        await FindsAsync(Approvers(practice), HealthStatus.Degraded, "Those who decide: 1. Named in the settings, and not found on the roster: 1.", "Practice:Deputies");
        practice.Roster.People.RemoveAll(person => person.Id == CaseBuilder.Mona.Id);
        await FindsAsync(Approvers(practice), HealthStatus.Unhealthy, "Nobody decides: no report is seen by anybody.", "Practice:Managers");
        practice.Roster.Unavailable = true;
        await FindsAsync(Approvers(practice), HealthStatus.Degraded, "The roster cannot be read at present.", "roster");
    }

    [Fact]
    public async Task Where_Nobody_Looks_After_The_Bot_The_Setting_Is_Named()
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        await FindsAsync(Administrators(practice, CaseBuilder.Mona.Id.Value), HealthStatus.Healthy, "People who look after the bot: 1.");
        await FindsAsync(
            Administrators(practice, "somebody@elsewhere.example"),
            HealthStatus.Degraded,
            "Nobody looks after the bot, so nobody is warned before a credential expires.",
            "Practice:Administrators");
    }

    [Theory]
    [InlineData(0, HealthStatus.Healthy)]
    [InlineData(1, HealthStatus.Degraded)]
    public async Task Guidance_Past_Its_Review_Is_To_Be_Looked_At(int daysAfter, HealthStatus expected)
    {
        await using var practice = await DeliveryDriver.CreateAsync("Sqlite");
        var guidance = new GuidanceLibrary(GuidanceContent.Read());
        practice.Time.SetUtcNow(new DateTimeOffset(guidance.Edition.ReviewBy.AddDays(daysAfter), new TimeOnly(12, 0), TimeSpan.Zero));
        var clock = new PracticeClock(Options.Create(new PracticeOptions()), practice.Time);
        Assert.Equal(expected, (await new GuidanceReview(guidance, clock).CheckHealthAsync(new HealthCheckContext())).Status);
    }

    private static RosterCheck Roster(DeliveryDriver practice) => new(practice.Roster, practice.Get<Practices>());

    private static ApproversCheck Approvers(DeliveryDriver practice) =>
        new(practice.Get<ApproverDirectory>(), practice.Get<Contacts>(), practice.Get<Practices>());

    private static AdministratorsCheck Administrators(DeliveryDriver practice, string named) => new(
        new Administrators(practice.Roster, practice.Get<Practices>(), Options.Create(new PracticeOptions { Administrators = { named } })),
        practice.Get<Practices>());

    private static ContactRow Away(PersonId person, bool reachable = false) => new()
    {
        Practice = CaseBuilder.Practice,
        Person = person,
        ConversationId = "chat",
        ServiceUrl = FakeTeams.ServiceUrl,
        TenantId = "tenant-1",
        ChannelUserId = "29:x",
        Reachable = reachable,
        UnreachableSince = reachable ? null : CaseBuilder.Wednesday,
    };

    private static async Task<PracticeFinding> FindsAsync(PracticeCheck check, HealthStatus status, string sentence, string? toDo = null)
    {
        var result = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal((status, sentence), (result.Status, result.Description));
        var found = Assert.IsType<PracticeFinding>(result.Data[CaseBuilder.Practice.Value]);
        Assert.Equal(toDo is null, found.ToDo is null);
        Assert.Contains(toDo ?? "", found.ToDo ?? "", StringComparison.Ordinal);
        return found;
    }
}
