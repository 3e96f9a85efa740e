using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>What stands on the page of a file that cannot be seen, and of a case that has none.</summary>
public sealed class PageStatesTests : IAsyncLifetime
{
    private const string Third = "/cases/RMC-2026-0003/evidence";

    private static readonly string[] Asks = ["preview", "picture", "redact"];

    private readonly EvidencePractice _practice = new();

    public Task InitializeAsync() => _practice.InitializeAsync();

    public Task DisposeAsync() => _practice.DisposeAsync();

    [Fact]
    public async Task What_Waits_For_The_Virus_Check_Is_Shown_To_Nobody()
    {
        await StopReleasingAsync();
        await ChangeAsync(row => row.SetProperty(r => r.State, EvidenceState.Quarantined));

        await IsNotToBeSeenAsync("It has not been checked for viruses yet");
    }

    [Fact]
    public async Task What_The_Virus_Check_Destroyed_Is_Said_To_Be_Just_That()
    {
        var file = _practice.Pictures[0];
        await _practice.Practice.Get<CaseRecorder>().AuditAsync(
            _practice.First, new EvidenceInfected(PersonId.Bot, CaseBuilder.Wednesday, file.Id, file.Sha256, "Win.Test-1"), default);
        await _practice.Practice.Get<EvidenceVault>().PurgeAsync(CaseBuilder.Practice, file.Id, default);

        var page = await IsNotToBeSeenAsync("The virus check found something harmful in it, so it was destroyed. Nobody was shown it.");
        Assert.DoesNotContain("deleted for good", page, StringComparison.Ordinal);
        Assert.Contains(file.Sha256, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Also_When_That_Was_Before_The_Report_Was_Sent()
    {
        var before = _practice.First.ReportedAt.AddSeconds(-1);
        await ChangeAsync(row => row.SetProperty(r => r.State, EvidenceState.Purged).SetProperty(r => r.WrappedKey, (byte[]?)null).SetProperty(r => r.PurgedAt, before));

        await IsNotToBeSeenAsync("The virus check found something harmful in it");
    }

    [Fact]
    public async Task What_Was_Deleted_Because_Its_Time_Was_Over_Keeps_Its_Facts()
    {
        await _practice.Practice.Get<EvidenceVault>().PurgeAsync(CaseBuilder.Practice, _practice.Pictures[0].Id, default);

        var page = await IsNotToBeSeenAsync("It has been deleted for good, as the practice’s rules say.");
        Assert.DoesNotContain("harmful", page, StringComparison.Ordinal);
        Assert.Contains(_practice.Pictures[0].Sha256, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_File_That_Nobody_Knows_Any_More_Is_Missing()
    {
        await using var db = await ContextAsync();
        Assert.Equal(1, await First(db).ExecuteDeleteAsync());

        await IsNotToBeSeenAsync("The file is missing. Its facts are kept.");
    }

    [Fact]
    public async Task What_Is_No_Longer_What_Was_Sealed_Is_Neither_Shown_Nor_Handed_Over_Nor_Counted_As_Looked_At()
    {
        await BreakSealAsync(_practice.Pictures[0]);
        using var manager = await _practice.SignInAsync(Cast.Manager);
        var before = await _practice.EventsAsync<CaseEvent>(_practice.First);

        var page = await manager.GetAsync(EvidencePractice.Page);
        Assert.Contains(Of("picture"), page.Text, StringComparison.Ordinal);
        WebAnswer[] answers =
        [
            await manager.GetAsync(Of("preview")),
            await manager.GetAsync(Of("picture")),
            await manager.PostAsync(Of("file")),
            await manager.PostAsync(Of("redact"), ("box", "0,0,1,1")),
        ];

        Assert.All(answers, answer => Assert.Equal((410, "text/html; charset=utf-8"), (answer.Status, answer.Header("Content-Type"))));
        Assert.All(answers, answer => Assert.Contains("This file cannot be read", answer.Text, StringComparison.Ordinal));
        Assert.Equal(before.Count, (await _practice.EventsAsync<CaseEvent>(_practice.First)).Count);
        Assert.Equal(200, (await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[1], "picture"))).Status);
    }

    [Fact]
    public async Task What_Teams_Did_Not_Hand_Over_Is_Missed_On_The_Page_By_Those_Who_Decide_And_By_The_Reporter()
    {
        var nurse = _practice.Practice.Nurse;
        await nurse.FillFormAsync();
        _practice.Practice.Teams.Faults.Add(new(ConnectorOperation.Attachment, Rowcroft.LocalTeams.Faults.FaultKind.Forbidden, Times: 2));
        await nurse.SayAsync("", nurse.Paste(SamplePictures.Png(5)));
        await nurse.PressAsync(nurse.Newest(), "Done");
        await nurse.PressAsync(nurse.Newest(), "Send");
        using var manager = await _practice.SignInAsync(Cast.Manager);
        using var reporter = await _practice.SignInAsync(Cast.Nurse);

        var page = (await manager.GetAsync(Third)).Text;
        var own = (await reporter.GetAsync(Third)).Text;

        Assert.Contains("One screenshot is missing: Teams did not let us have it, and the reporter was asked to send it again as a file.", page, StringComparison.Ordinal);
        Assert.Contains("and you were asked to send it again as a file.", own, StringComparison.Ordinal);
        Assert.All((string[])[page, own], text =>
        {
            Assert.Contains("None has come yet.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("No screenshots were sent", text, StringComparison.Ordinal);
            Assert.DoesNotContain("role=\"note\"", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_Is_Missing_Of_A_Report_That_Was_Put_Together_With_It_Is_Missed_Too()
    {
        var nurse = _practice.Practice.Nurse;
        await nurse.FillFormAsync();
        await nurse.SayAsync("", nurse.Attach("seen.png", SamplePictures.Png(6)));
        _practice.Practice.Teams.Faults.Add(new(ConnectorOperation.Attachment, Rowcroft.LocalTeams.Faults.FaultKind.Forbidden, Times: 2));
        await nurse.SayAsync("", nurse.Paste(SamplePictures.Png(5)));
        await nurse.PressAsync(nurse.Newest(), "Done");
        await nurse.PressAsync(nurse.Newest(), "Skip");
        await nurse.PressAsync(nurse.Newest(), "Send");
        var third = (await _practice.Practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, 3), default))!;
        var merged = Assert.IsType<CaseOutcome.Recorded>(_practice.First.Merge(third, CaseBuilder.Dev, CaseBuilder.Wednesday.AddHours(1)));
        Assert.True(await _practice.Practice.Get<CaseRecorder>().CommitAsync(merged, default));
        using var manager = await _practice.SignInAsync(Cast.Manager);

        Assert.Contains("One screenshot is missing", (await manager.GetAsync(EvidencePractice.Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Was_Destroyed_Is_Not_Said_To_Have_Been_Taken_Back()
    {
        var file = _practice.Pictures[0];
        await _practice.Practice.Get<CaseRecorder>().AuditAsync(
            _practice.First, new EvidenceInfected(PersonId.Bot, CaseBuilder.Wednesday, file.Id, file.Sha256, "Win.Test-1"), default);
        await _practice.Practice.Get<EvidenceVault>().PurgeAsync(CaseBuilder.Practice, file.Id, default);
        var back = Assert.IsType<CaseOutcome.Recorded>(_practice.First.Withdraw(_practice.First.Reporter, CaseBuilder.Wednesday.AddHours(1)));
        Assert.True(await _practice.Practice.Get<CaseRecorder>().CommitAsync(back, default));
        using var manager = await _practice.SignInAsync(Cast.Manager);

        var page = (await manager.GetAsync(EvidencePractice.Page)).Text;
        Assert.Contains("The virus check found something harmful in it", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("The reporter took this report back").Length); // the other picture, once
    }

    [Fact]
    public async Task A_Case_Without_Files_Says_So_And_Warns_Of_Nothing()
    {
        await _practice.Practice.Nurse.ReportAsync();
        using var manager = await _practice.SignInAsync(Cast.Manager);
        using var reporter = await _practice.SignInAsync(Cast.Nurse);

        var page = (await manager.GetAsync(Third)).Text;
        Assert.Contains("No screenshots were sent with this report.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("It can be upsetting", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<article", page, StringComparison.Ordinal);
        Assert.Contains("You sent no screenshots with this report.", (await reporter.GetAsync(Third)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Report_About_A_Sexual_Image_Says_Why_There_Are_None()
    {
        var form = ReportWalk.Form();
        form["kinds"] = "SexualImage";
        await _practice.Practice.Nurse.FillFormAsync(form);
        await _practice.Practice.Nurse.PressAsync(_practice.Practice.Nurse.Newest(), "Send");
        using var manager = await _practice.SignInAsync(Cast.Manager);

        Assert.Contains("It is about a sexual image, so none may be taken or sent.", (await manager.GetAsync(Third)).Text, StringComparison.Ordinal);
    }

    private async Task<string> IsNotToBeSeenAsync(string why)
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        using var reporter = await _practice.SignInAsync(Cast.Receptionist);
        var before = await _practice.EventsAsync<CaseEvent>(_practice.First);
        var page = await manager.GetAsync(EvidencePractice.Page);
        foreach (var (visitor, text) in ((WebVisitor, string)[])[(manager, page.Text), (reporter, (await reporter.GetAsync(EvidencePractice.Page)).Text)])
        {
            Assert.Contains(why, text, StringComparison.Ordinal);
            Assert.DoesNotContain(_practice.Pictures[0].Id.ToString() + "/", text, StringComparison.Ordinal);
            Assert.Equal(404, (await visitor.PostAsync(Of("file"))).Status);
            foreach (var ask in Asks)
            {
                Assert.Equal(404, (await visitor.GetAsync(Of(ask))).Status);
            }
        }

        Assert.Contains(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[1], "preview"), page.Text, StringComparison.Ordinal);
        var written = (await _practice.EventsAsync<CaseEvent>(_practice.First)).Skip(before.Count);
        Assert.All(written, one => Assert.IsType<ActionRefused>(one)); // the reporter, who asked for what only those who decide may do
        return page.Text;
    }

    private string Of(string what) => EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], what);

    private async Task BreakSealAsync(SealedEvidence file)
    {
        var record = await _practice.Practice.Get<EvidenceRecords>().FindAsync(CaseBuilder.Practice, file.Id, default);
        var folder = _practice.Practice.Get<IOptions<EvidenceOptions>>().Value.Path;
        var path = Directory.EnumerateFiles(folder, record!.Seal.Address, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    /// <summary>No scanner is set up here, and what waits for none is let go within a minute.</summary>
    private Task StopReleasingAsync() =>
        _practice.Practice.Get<IEnumerable<IHostedService>>().OfType<OnceReady<QuarantineWorker>>().Single().StopAsync(default);

    private async Task ChangeAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<EvidenceRow>> change)
    {
        await using var db = await ContextAsync();
        Assert.Equal(1, await First(db).ExecuteUpdateAsync(change));
    }

    private IQueryable<EvidenceRow> First(BotDbContext db)
    {
        var id = _practice.Pictures[0].Id;
        return db.Evidence.Where(row => row.Id == id);
    }

    private Task<BotDbContext> ContextAsync() => _practice.Practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
}
