using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>Every kind of person at every address of the page.</summary>
public sealed class WhoSeesWhatTests(EvidencePractice practice) : IClassFixture<EvidencePractice>
{
    private const string Unknown = "/cases/RMC-2026-0099/evidence";

    private static readonly string[] Asks = ["page", "show", "preview", "picture", "file", "redact", "save"];

    [Theory]
    [InlineData("manager", EvidencePractice.Page, "200 200 200 200 200 200 303")]
    [InlineData("deputy", EvidencePractice.Page, "200 200 200 200 200 200 303")]
    [InlineData("receptionist", EvidencePractice.Page, "200 200 200 200 200 404 404")] // who sent them looks, and covers nothing
    [InlineData("nurse", EvidencePractice.Page, "404 404 404 404 404 404 404")]
    [InlineData("stranger", EvidencePractice.Page, "404 404 404 404 404 404 404")]
    [InlineData("manager", EvidencePractice.Restricted, "404 404 404 404 404 404 404")] // it concerns the manager
    [InlineData("deputy", EvidencePractice.Restricted, "200 200 200 200 200 200 303")]
    [InlineData("nurse", EvidencePractice.Restricted, "200 200 200 200 200 404 404")]
    [InlineData("receptionist", EvidencePractice.Restricted, "404 404 404 404 404 404 404")]
    [InlineData("stranger", EvidencePractice.Restricted, "404 404 404 404 404 404 404")]
    [InlineData("manager", Unknown, "404 404 404 404 404 404 404")]
    [InlineData("receptionist", Unknown, "404 404 404 404 404 404 404")]
    [InlineData("stranger", Unknown, "404 404 404 404 404 404 404")]
    public async Task Only_Those_Who_Decide_A_Case_And_Whoever_Sent_Them_See_Its_Screenshots(string key, string page, string expected)
    {
        var person = Cast.Everyone.Single(one => one.Key == key);
        using var visitor = await practice.SignInAsync(person);
        await visitor.GetAsync("/local-sign-in"); // a page with a form, for those who see none
        var @case = page == EvidencePractice.Restricted ? practice.Second : practice.First;
        var before = (await practice.EventsAsync<ActionRefused>(@case)).Count;

        var answers = new List<WebAnswer>();
        foreach (var ask in Asks)
        {
            answers.Add(await AskAsync(visitor, page, @case.Evidence[0], ask));
        }

        Assert.Equal(expected, string.Join(' ', answers.Select(answer => answer.Status)));
        var refused = answers.Where(answer => answer.Status == 404).ToList();
        if (refused.Count > 0)
        {
            var nothing = await visitor.GetAsync("/cases/no-reference/evidence");
            Assert.All(refused, answer => AssertSame(nothing, answer));
        }

        var written = (await practice.EventsAsync<ActionRefused>(@case)).Skip(before).ToList();
        Assert.Equal(page == Unknown ? 0 : refused.Count, written.Count);
        Assert.All(written, attempt => Assert.Equal(EvidencePractice.IdOf(person), attempt.Actor));
        Assert.Equal(
            page == Unknown ? [] : Asks.Zip(answers).Where(one => one.Second.Status == 404).Select(one => AttemptOf(one.First)),
            written.Select(attempt => attempt.Attempted));
    }

    [Theory]
    [InlineData(EvidencePractice.Page)]
    [InlineData(Unknown)]
    [InlineData("/cases/%E2%80%AE/evidence")]
    public async Task Whoever_Is_Not_Signed_In_Is_Asked_To_Whatever_They_Ask_For(string page)
    {
        using var visitor = practice.Visitor();
        var answers = new List<WebAnswer>();
        foreach (var ask in Asks)
        {
            answers.Add(await AskAsync(visitor, page, practice.Pictures[0], ask));
        }

        Assert.Equal("302 401 302 302 401 302 401", string.Join(' ', answers.Select(answer => answer.Status)));
        Assert.StartsWith("/local-sign-in?ReturnUrl=", new Uri(answers[0].Header("Location")!).PathAndQuery, StringComparison.Ordinal);
        visitor.Headers["Sec-Fetch-Dest"] = "image";
        Assert.Equal(401, (await AskAsync(visitor, page, practice.Pictures[0], "picture")).Status);
        Assert.Equal(401, (await AskAsync(visitor, page, practice.Pictures[0], "preview")).Status);
    }

    [Theory]
    [InlineData("/cases/RMC-2026-0001")]
    [InlineData("/cases/")]
    [InlineData("/cases/RMC-2026-0001/evidence/x")]
    [InlineData("/cases/RMC-2026-0001/evidence/x/picture")]
    [InlineData("/cases/RMC-2026-0001/evidence/00000000-0000-0000-0000-000000000000/picture")]
    [InlineData("/cases/RMC-2026-0001/evidence/x/preview")]
    [InlineData("/cases/RMC-2026-0001/evidence/x/redact")]
    [InlineData("/cases/RMC-2026-0001/evidence/../../x")]
    [InlineData("/cases/RMC-2026-00000000000000001/evidence")]
    [InlineData("/cases/'%20OR%201=1--/evidence")]
    [InlineData("/cases/%E2%80%AERMC-2026-0001/evidence")]
    [InlineData("/cases/XYZ-2026-0001/evidence")]
    public async Task What_Does_Not_Exist_Is_The_Same_Nothing_For_Those_Who_Decide(string path)
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        AssertSame(await manager.GetAsync(Unknown), await manager.GetAsync(path));
    }

    [Fact]
    public async Task A_Picture_Of_Another_Case_Is_Not_Shown_Under_A_Case_That_May_Be_Seen()
    {
        using var manager = await practice.SignInAsync(Cast.Manager);
        foreach (var what in (string[])["picture", "preview"])
        {
            var answer = await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, practice.Second.Evidence[0], what));
            AssertSame(await manager.GetAsync(Unknown), answer);
        }
    }

    [Fact]
    public async Task The_Page_Says_A_Name_Only_To_Whom_It_Belongs_And_Names_Nobody_Else_In_A_Refusal()
    {
        using var nurse = await practice.SignInAsync(Cast.Nurse);
        var refusal = await nurse.GetAsync(EvidencePractice.Page);
        Assert.DoesNotContain("RMC-", refusal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya", refusal.Text, StringComparison.Ordinal);
    }

    private static Task<WebAnswer> AskAsync(WebVisitor visitor, string page, SealedEvidence picture, string ask) => ask switch
    {
        "page" => visitor.GetAsync(page),
        "show" => visitor.PostAsync(page, ("show", picture.Id.ToString())),
        "preview" => visitor.GetAsync(EvidencePractice.Of(page, picture, "preview")),
        "picture" => visitor.GetAsync(EvidencePractice.Of(page, picture, "picture")),
        "file" => visitor.PostAsync(EvidencePractice.Of(page, picture, "file")),
        "redact" => visitor.GetAsync(EvidencePractice.Of(page, picture, "redact")),
        "save" => visitor.PostAsync(EvidencePractice.Of(page, picture, "redact"), ("box", "0,0,1,1")),
        _ => throw new ArgumentOutOfRangeException(nameof(ask)),
    };

    /// <summary>As it stands in the case's record.</summary>
    private static string AttemptOf(string ask) => ask switch
    {
        "page" or "show" => "evidence/open",
        "preview" => "evidence/preview",
        "picture" => "evidence/view",
        "file" => "evidence/download",
        _ => "evidence/redact",
    };

    private static void AssertSame(WebAnswer one, WebAnswer other)
    {
        Assert.Equal(404, other.Status);
        Assert.Equal(one.Text, other.Text);
        Assert.Equal(Visible(one), Visible(other));
    }

    private static IEnumerable<string> Visible(WebAnswer answer) =>
        answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {header.Value}").Order(StringComparer.Ordinal);
}
