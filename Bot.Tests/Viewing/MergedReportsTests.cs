using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>The screenshots of reports of one post that were put together.</summary>
public sealed class MergedReportsTests : IAsyncLifetime
{
    private const string Third = "/cases/RMC-2026-0003/evidence";

    private readonly EvidencePractice _practice = new();

    public Task InitializeAsync() => _practice.InitializeAsync();

    public Task DisposeAsync() => _practice.DisposeAsync();

    [Fact]
    public async Task Those_Who_Decide_See_All_Of_Them_On_The_Main_Page_And_Which_Report_Each_Came_With()
    {
        var (main, merged) = await MergeWithSecondAsync();
        using var deputy = await _practice.SignInAsync(Cast.Deputy);

        var page = (await deputy.GetAsync(EvidencePractice.Page)).Text;

        Assert.All([.. main.Evidence, .. merged.Evidence], picture => Assert.Contains(picture.Sha256, page, StringComparison.Ordinal));
        Assert.Contains("RMC-2026-0002, another report of the same post", page, StringComparison.Ordinal);
        Assert.Contains("Picture 3", page, StringComparison.Ordinal);
        Assert.Equal(200, (await deputy.GetAsync(EvidencePractice.Of(EvidencePractice.Page, merged.Evidence[0], "picture"))).Status);
        var own = (await deputy.GetAsync(EvidencePractice.Restricted)).Text;
        Assert.Contains(merged.Evidence[0].Sha256, own, StringComparison.Ordinal);
        Assert.DoesNotContain(main.Evidence[0].Sha256, own, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{EvidencePractice.Page}\">All screenshots of RMC-2026-0001</a>", own, StringComparison.Ordinal);
        Assert.DoesNotContain("decided together with", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Is_Done_With_A_File_Is_In_The_Chain_Of_The_Report_It_Came_With()
    {
        var (main, merged) = await MergeWithSecondAsync();
        using var deputy = await _practice.SignInAsync(Cast.Deputy);
        var redact = EvidencePractice.Of(EvidencePractice.Page, merged.Evidence[0], "redact");
        await deputy.GetAsync(redact);

        Assert.Equal(303, (await deputy.PostAsync(redact, ("box", "0,0,1,1"))).Status);
        await deputy.GetAsync(EvidencePractice.Of(EvidencePractice.Page, merged.Evidence[0], "picture"));
        var file = await deputy.PostAsync(EvidencePractice.Of(EvidencePractice.Page, merged.Evidence[0], "file"));

        Assert.Contains("RMC-2026-0002 comment.png", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(merged.Evidence[0].Id, Assert.Single(await _practice.EventsAsync<EvidenceRedacted>(merged)).Of);
        Assert.Single(await _practice.EventsAsync<EvidenceViewed>(merged));
        Assert.Single(await _practice.EventsAsync<EvidenceDownloaded>(merged));
        Assert.DoesNotContain(await _practice.EventsAsync<AuditEvent>(main), one => one is not ActionRefused);
        Assert.Contains("redacted copy 1", (await deputy.GetAsync(EvidencePractice.Page)).Text, StringComparison.Ordinal);
        foreach (var @case in (Case[])[main, merged])
        {
            Assert.IsType<ChainVerdict.Intact>(await _practice.Practice.Get<CaseStore>().VerifyChainAsync(@case.Id, default));
            Assert.True(CaseAgainstEvents.Agrees((await FindAsync(@case.Reference.Number))!, await _practice.EventsAsync<CaseEvent>(@case)));
        }
    }

    [Fact]
    public async Task Each_Reporter_Still_Sees_Their_Own_And_No_Other()
    {
        var (main, merged) = await MergeWithSecondAsync();
        using var receptionist = await _practice.SignInAsync(Cast.Receptionist);
        using var nurse = await _practice.SignInAsync(Cast.Nurse);

        var mine = (await receptionist.GetAsync(EvidencePractice.Page)).Text;
        Assert.Contains(main.Evidence[0].Sha256, mine, StringComparison.Ordinal);
        Assert.DoesNotContain(merged.Evidence[0].Sha256, mine, StringComparison.Ordinal);
        Assert.DoesNotContain("RMC-2026-0002", mine, StringComparison.Ordinal);
        Assert.Equal(404, (await receptionist.GetAsync(EvidencePractice.Of(EvidencePractice.Page, merged.Evidence[0], "picture"))).Status);
        Assert.Equal(404, (await receptionist.GetAsync(EvidencePractice.Restricted)).Status);

        var hers = (await nurse.GetAsync(EvidencePractice.Restricted)).Text;
        Assert.DoesNotContain("decided together with", hers, StringComparison.Ordinal);
        Assert.Contains(merged.Evidence[0].Sha256, hers, StringComparison.Ordinal);
        Assert.DoesNotContain("RMC-2026-0001", hers, StringComparison.Ordinal);
        Assert.Equal(404, (await nurse.GetAsync(EvidencePractice.Page)).Status);
        Assert.Equal(404, (await nurse.GetAsync(EvidencePractice.Of(EvidencePractice.Page, merged.Evidence[0], "picture"))).Status);
    }

    [Fact]
    public async Task Whoever_May_Not_Decide_One_Of_Them_Sees_None_And_The_Attempt_Is_Kept()
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        Assert.Equal(200, (await manager.GetAsync(EvidencePractice.Page)).Status);
        var (main, _) = await MergeWithSecondAsync(); // it concerns the manager

        Assert.Equal(404, (await manager.GetAsync(EvidencePractice.Page)).Status);
        Assert.Equal(404, (await manager.GetAsync(EvidencePractice.Restricted)).Status);
        Assert.Equal(EvidencePractice.IdOf(Cast.Manager), Assert.Single(await _practice.EventsAsync<ActionRefused>(main)).Actor);
    }

    [Fact]
    public async Task A_Deputy_Who_Reported_It_Too_Sees_Their_Own_Alone()
    {
        await _practice.Practice.Deputy.ReportAsync(null, _practice.Practice.Deputy.Attach("seen.png", SamplePictures.Png(4)));
        var (main, merged) = await MergeAsync(_practice.First, (await FindAsync(3))!);
        using var deputy = await _practice.SignInAsync(Cast.Deputy);
        using var manager = await _practice.SignInAsync(Cast.Manager);

        Assert.Equal(404, (await deputy.GetAsync(EvidencePractice.Page)).Status);
        var own = await deputy.GetAsync(Third);
        Assert.Contains(merged.Evidence[0].Sha256, own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/redact", own.Text, StringComparison.Ordinal);
        Assert.Contains(merged.Evidence[0].Sha256, (await manager.GetAsync(EvidencePractice.Page)).Text, StringComparison.Ordinal);
        Assert.Contains("/redact", (await manager.GetAsync(Third)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await manager.GetAsync(EvidencePractice.Of(Third, main.Evidence[0], "picture"))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pictures_Of_A_Report_That_Was_Taken_Back_Are_Covered_For_Good_And_The_Others_Stay(bool theMainOne)
    {
        var (main, merged) = await MergeWithSecondAsync();
        var outcome = theMainOne
            ? main.Withdraw(main.Reporter, CaseBuilder.Wednesday.AddHours(3))
            : merged.Withdraw(merged.Reporter, CaseBuilder.Wednesday.AddHours(3), main);
        await CommitAsync(outcome);
        using var deputy = await _practice.SignInAsync(Cast.Deputy);
        var (gone, stays) = theMainOne ? (main, merged) : (merged, main);

        var page = (await deputy.GetAsync(EvidencePractice.Page)).Text;

        Assert.Contains("The reporter took this report back", page, StringComparison.Ordinal);
        Assert.Equal(404, (await deputy.GetAsync(EvidencePractice.Of(EvidencePractice.Page, gone.Evidence[0], "picture"))).Status);
        Assert.Equal(200, (await deputy.GetAsync(EvidencePractice.Of(EvidencePractice.Page, stays.Evidence[0], "picture"))).Status);
    }

    private Task<(Case Main, Case Merged)> MergeWithSecondAsync() => MergeAsync(_practice.First, _practice.Second);

    private async Task<(Case Main, Case Merged)> MergeAsync(Case main, Case merged)
    {
        await CommitAsync(main.Merge(merged, CaseBuilder.Dev, CaseBuilder.Wednesday.AddHours(2)));
        return ((await FindAsync(main.Reference.Number))!, (await FindAsync(merged.Reference.Number))!);
    }

    private async Task CommitAsync(CaseOutcome outcome) =>
        Assert.True(await _practice.Practice.Get<CaseRecorder>().CommitAsync(Assert.IsType<CaseOutcome.Recorded>(outcome), default));

    private Task<Case?> FindAsync(int number) =>
        _practice.Practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, number), default);
}
