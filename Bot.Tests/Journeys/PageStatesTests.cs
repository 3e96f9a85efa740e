using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Rowcroft.TeamsBot.Tests.Journeys;

/// <summary>A case of whose screenshots each has fared differently.</summary>
[Collection(Journeys.Name)]
public sealed class PageStatesTests(JourneyBrowser browser)
{
    /// <summary>Set up and away: what is sent waits, and nobody makes the check while the page is looked at.</summary>
    private static readonly Dictionary<string, string?> ScannerAway = new() { ["Evidence:Clamd"] = "127.0.0.1:1" };

    [SkippableFact]
    public async Task Each_Says_Why_It_Cannot_Be_Seen_And_The_Rest_Can()
    {
        await using var story = await Story.BeginAsync(browser, settings: ScannerAway);
        var @case = await ReportAsync(story);
        var tab = await EvidenceTab.OpenAsync(story, Cast.Manager);

        await Expect(tab.Picture(1)).ToContainTextAsync("has not been checked for viruses yet");
        await Expect(tab.Picture(2)).ToContainTextAsync("The virus check found something harmful");
        await Expect(tab.Picture(3)).ToContainTextAsync("deleted for good");
        await Expect(tab.Picture(6)).ToContainTextAsync("The file is missing");
        await tab.IsBlurredAsync(5);
        await tab.Button("Show Picture 4").ClickAsync();
        await Expect(tab.Picture(4)).ToContainTextAsync("This picture cannot be shown just now.");
        await tab.Button("Show Picture 5").ClickAsync();
        await Expect(tab.Picture(5).GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 480);
        Assert.Equal(2, await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Blur it again" }).CountAsync());
        await tab.Picture(5).GetByRole(AriaRole.Button, new() { Name = "Blur it again" }).ClickAsync();
        await tab.IsAccessibleAsync("states");
        var looks = (await story.Practice.Get<CaseStore>().ListEventsAsync(@case.Id, default)).OfType<EvidenceViewed>();
        Assert.Equal(@case.Evidence[4].Id, Assert.Single(looks).Evidence);

        var empty = await EvidenceTab.OpenAsync(story, Cast.Manager, reference: "RMC-2026-0002");
        await Expect(empty.Page.GetByText("No screenshots were sent with this report.")).ToBeVisibleAsync();
        await empty.IsAccessibleAsync("states-none");
        var main = (await story.Practice.Get<CaseStore>().FindAsync(@case.Practice, @case.Id, default))!;
        var other = (await story.Practice.Get<CaseStore>().FindByReferenceAsync(@case.Practice, new CaseReference("RMC", 2026, 2), default))!;
        var merged = Assert.IsType<CaseOutcome.Recorded>(main.Merge(other, CaseBuilder.Mona, CaseBuilder.Wednesday.AddHours(1)));
        Assert.True(await story.Practice.Get<CaseRecorder>().CommitAsync(merged, default));
        await empty.Page.ReloadAsync();
        await Expect(empty.Page.GetByText("This report is decided together with another one of the same post.")).ToBeVisibleAsync();
        await empty.IsAccessibleAsync("states-merged");
        await empty.Page.GetByRole(AriaRole.Link, new() { Name = "All screenshots of RMC-2026-0001" }).ClickAsync();
        await Expect(empty.Page.GetByRole(AriaRole.Heading, new() { Name = "Screenshots of RMC-2026-0001" })).ToBeVisibleAsync();
    }

    private async Task<Case> ReportAsync(Story story)
    {
        var robin = story.Practice.Receptionist;
        string[] names = ["waits.png", "infected.png", "purged.png", "broken.png", "comment.png", "missing.png"];
        await robin.ReportAsync(
            null, [.. names.Select((name, index) => robin.Attach(name, index == 4 ? browser.Comment : SamplePictures.Png(index)))]);
        await story.Practice.Nurse.ReportAsync();
        var @case = (await story.Practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, 1), default))!;
        var files = @case.Evidence;
        await using var db = await story.Practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var waits = files[0].Id;
        await db.Evidence.Where(row => row.Id != waits).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, EvidenceState.Kept));
        await story.Practice.Get<CaseRecorder>().AuditAsync(
            @case, new EvidenceInfected(PersonId.Bot, CaseBuilder.Wednesday, files[1].Id, files[1].Sha256, "Win.Test-1"), default);
        await story.Practice.Get<EvidenceVault>().PurgeAsync(@case.Practice, files[1].Id, default);
        await story.Practice.Get<EvidenceVault>().PurgeAsync(@case.Practice, files[2].Id, default);
        await BreakSealAsync(story, files[3].Id);
        var missing = files[5].Id;
        await db.Evidence.Where(row => row.Id == missing).ExecuteDeleteAsync();
        return @case;
    }

    private static async Task BreakSealAsync(Story story, EvidenceId file)
    {
        var record = await story.Practice.Get<EvidenceRecords>().FindAsync(CaseBuilder.Practice, file, default);
        var folder = story.Practice.Get<IOptions<EvidenceOptions>>().Value.Path;
        var path = Directory.EnumerateFiles(folder, record!.Seal.Address, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }
}
