using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

public sealed class SelfTestCardTests
{
    private const string When = "Wednesday 4 March 2026, 10:00";

    [Fact]
    public void All_Is_Fine() => GoldenCard.Matches(
        SelfTestCard.Draw(
            CheckedLine.Of(
                Report(
                    ("storage", HealthCheckResult.Healthy("The database answers.")),
                    ("registration", Found.Fine("Microsoft gives the bot its token. The bot's secret expires in 200 days.")),
                    ("approvers", ForPractice(new PracticeFinding(HealthStatus.Healthy, "Those who decide: 2. All can be reached.")))),
                CaseBuilder.Practice),
            When),
        "SelfTest/fine.json");

    [Fact]
    public void Several_Things_Are_Broken() => GoldenCard.Matches(SelfTestCard.Draw(CheckedLine.Of(Broken, CaseBuilder.Practice), When), "SelfTest/broken.json");

    [Fact]
    public void What_Is_Broken_Comes_First_And_Each_Has_One_Thing_To_Do()
    {
        var lines = CheckedLine.Of(Broken, CaseBuilder.Practice);
        Assert.Equal(
            ["Registration with Microsoft", "Evidence store", "Those who decide", "somebody's own", "Database"],
            lines.Select(line => line.Title));
        Assert.All(lines, line => Assert.Equal(line.Status == HealthStatus.Healthy, line.ToDo is null));
    }

    [Fact]
    public void Names_Are_For_The_Administrators_Of_That_Practice_Alone()
    {
        Assert.Contains(CheckedLine.Of(Broken, CaseBuilder.Practice), line => line.Sentence.Contains(CaseBuilder.Dev.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(CheckedLine.Of(Broken, new PracticeId("another")), line => line.Sentence.Contains(CaseBuilder.Dev.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(CheckedLine.Of(Broken, practice: null), line => line.Sentence.Contains(CaseBuilder.Dev.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_Finding_Does_Not_Print_Itself_Into_A_Log() =>
        Assert.Equal("Degraded", new PracticeFinding(HealthStatus.Degraded, "One", CaseBuilder.Dev.Name).ToString());

    [Theory]
    [InlineData("secret", 12, "SelfTest/credential.json")]
    [InlineData("secret", -1, "SelfTest/credential-expired.json")]
    [InlineData("certificate", 12, "SelfTest/certificate.json")]
    public void The_Warning_Before_What_The_Bot_Signs_In_With_Expires(string what, int daysLeft, string golden)
    {
        var kind = what == "secret" ? CredentialKind.Secret : CredentialKind.Certificate;
        GoldenCard.Matches(CredentialCard.Draw(kind, daysLeft, new DateOnly(2026, 3, 16)), golden);
    }

    private static HealthReport Broken => Report(
        ("storage", HealthCheckResult.Healthy("The database answers.")),
        ("registration", Found.Broken("Microsoft gives the bot no token: its secret has expired (AADSTS7000222).", CredentialKind.Secret.Renew)),
        ("evidence", HealthCheckResult.Degraded("The evidence store takes no file: it is full, read-only or away. Screenshots are not kept.")),
        ("somebody's own", HealthCheckResult.Degraded("It is off.", new InvalidOperationException("Password=secret"))),
        ("approvers", ForPractice(new PracticeFinding(
            HealthStatus.Degraded,
            "Those who decide: 2. Cannot be reached in Teams: 1.",
            $"Those who decide: 2. Cannot be reached in Teams: {CaseBuilder.Dev.Name}.",
            "Have them open Teams, Apps, this bot, Add, and write it a word: what waits for them comes at once."))));

    private static HealthCheckResult ForPractice(PracticeFinding finding) => new(
        finding.Status, finding.Sentence, data: new Dictionary<string, object> { [CaseBuilder.Practice.Value] = finding });

    private static HealthReport Report(params (string Name, HealthCheckResult Result)[] checks) => new(
        checks.ToDictionary(
            check => check.Name,
            check => new HealthReportEntry(check.Result.Status, check.Result.Description, TimeSpan.Zero, check.Result.Exception, check.Result.Data)),
        TimeSpan.Zero);
}
