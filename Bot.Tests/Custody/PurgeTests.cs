using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>A case decided in March 2026 is kept for ten years; on 5 March 2036 its time is over.</summary>
public sealed class PurgeTests
{
    private static readonly DateTimeOffset TimeIsOver = new(2036, 3, 5, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan TenYears = TimeSpan.FromDays(3_655);
    private static readonly CaseReference First = new("RMC", 2026, 1);

    [SkippableTheory, BothDatabases]
    public async Task A_Case_Whose_Time_Is_Over_Leaves_Hashes_And_Nothing_Else(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var @case = await rig.DecideAsync(await rig.OpenAsync(screenshots: 2));
        var copy = await RedactAsync(rig, @case);
        await AskForExportAsync(rig, @case);
        await rig.DeliverAsync();
        var events = await rig.Get<CaseStore>().ListEventsAsync(@case.Id, default);

        await rig.NightAsync(TimeIsOver);

        var certificate = (await rig.Get<Certificates>().FindAsync(@case.Practice, First, default))!;
        Assert.Equal((@case.Id, TimeIsOver, true), (certificate.Case, certificate.PurgedAt, certificate.ChainIntact));
        Assert.Equal("a case that became a complaint: 10 years after its end", certificate.Rule);
        Assert.Equal(
            @case.Evidence.Select(file => file.Sha256).Append(copy.Sha256).Order(StringComparer.Ordinal),
            certificate.Files.Order(StringComparer.Ordinal));
        Assert.Equal(events.Count + 1 + 3, certificate.Events.Count); // begun, and one for each file
        Assert.Equal(certificate.ChainEnd, certificate.Events[^1]);
        Assert.Null(await rig.FindAsync(@case));
        Assert.Empty(rig.Files);
        await AssertNothingIsLeftAsync(rig);
        var report = await rig.CheckAsync();
        Assert.Equal((0, 0, 0, 1), (report.Cases, report.Events, report.Files, report.Certificates));
        Assert.Empty(report.Findings);
    }

    [SkippableTheory, BothDatabases]
    public async Task Wherever_The_Process_Dies_The_Next_Night_Ends_What_It_Began(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var ended = false;
        for (var step = 0; !ended; step++)
        {
            Assert.InRange(step, 0, 100);
            var @case = await rig.DecideAsync(await rig.OpenAsync(screenshots: 2));
            await RedactAsync(rig, @case);
            rig.Time.Advance(TenYears);

            rig.Breaking.At(step);
            await Record.ExceptionAsync(() => PurgeAsync(rig));
            ended = !rig.Breaking.Broke;
            rig.Breaking.At(-1);
            Assert.Empty((await rig.CheckAsync()).Findings); // half a purge is no finding
            await PurgeAsync(rig);

            Assert.Null(await rig.FindAsync(@case));
            Assert.Empty(rig.Files);
            var certificate = (await rig.Get<Certificates>().FindAsync(@case.Practice, @case.Reference, default))!;
            Assert.Equal((3, 2 + 1 + 1 + 3, true), (certificate.Files.Count, certificate.Events.Count, certificate.ChainIntact));
            await AssertNothingIsLeftAsync(rig);
            Assert.Empty((await rig.CheckAsync()).Findings);
        }
    }

    [Fact]
    public async Task What_Is_Not_Due_Open_Or_On_Hold_Stays()
    {
        await using var rig = await CustodyRig.StartAsync();
        var open = await rig.OpenAsync();
        var referred = await rig.DecideAsync(await rig.OpenAsync(), DecisionOutcome.LegalAdvice);
        var serious = await rig.DecideAsync(await rig.OpenAsync(new CaseBuilder().Urgent()));

        await rig.NightAsync(TimeIsOver);

        foreach (var @case in new[] { open, referred, serious })
        {
            Assert.NotNull(await rig.FindAsync(@case));
        }

        Assert.Equal(3, rig.Files.Count());
        Assert.Null((await rig.FindAsync(referred))!.Purge);
    }

    [Fact]
    public async Task A_Hold_That_Is_Released_After_Its_Time_Goes_The_Next_Night()
    {
        await using var rig = await CustodyRig.StartAsync();
        var referred = await rig.DecideAsync(await rig.OpenAsync(), DecisionOutcome.LegalAdvice);
        await rig.NightAsync(TimeIsOver);
        await rig.ApplyAsync(referred, @case => @case.ReleaseHold("It is over", CaseBuilder.Mona, TimeIsOver));

        await rig.NightAsync(TimeIsOver.AddDays(1));

        Assert.Null(await rig.FindAsync(referred));
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Hold_At_The_Last_Moment_Wins_Or_Comes_Too_Late_And_Never_Half(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        var (won, late) = (0, 0);
        for (var step = 0; late == 0; step++)
        {
            Assert.InRange(step, 0, 30);
            var @case = await rig.DecideAsync(await rig.OpenAsync());
            rig.Time.Advance(TenYears);
            var left = step;
            rig.Breaking.Before = async () =>
            {
                if (left-- == 0)
                {
                    rig.Breaking.Before = null;
                    var now = await rig.FindAsync(@case);
                    if (now?.PlaceHold("Stop", CaseBuilder.Mona, rig.Time.GetUtcNow()) is CaseOutcome.Recorded hold)
                    {
                        Assert.True(await rig.Get<CaseRecorder>().CommitAsync(hold, default));
                        won++;
                    }
                    else
                    {
                        late++;
                    }
                }
            };
            var before = won;
            await PurgeAsync(rig);
            rig.Breaking.Before = null;

            Assert.Equal(won > before, await rig.FindAsync(@case) is { Hold: not null, Purge: null });
            Assert.Equal(won > before ? 1 : 0, (await rig.Get<EvidenceRecords>().ListForCaseAsync(@case.Practice, @case.Id, default))
                .Count(record => record.State == EvidenceState.Kept));
            if (won > before)
            {
                await rig.ApplyAsync((await rig.FindAsync(@case))!, held => held.ReleaseHold("Go on", CaseBuilder.Mona, rig.Time.GetUtcNow()));
                await PurgeAsync(rig);
            }
        }

        Assert.InRange(won, 1, 30);
    }

    [Fact]
    public async Task Two_Instances_Purge_A_Case_Once()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync(screenshots: 3));
        rig.Time.SetUtcNow(TimeIsOver);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => rig.StartInstance().GetRequiredService<RetentionPurge>()).ToList()
            .Select(purge => Task.Run(() => purge.RunAsync(CaseBuilder.Practice, CheckPace.AsFastAsItGoes(rig.Time), default))));
        await PurgeAsync(rig);

        Assert.NotNull(await rig.Get<Certificates>().FindAsync(CaseBuilder.Practice, First, default));
        Assert.Empty((await rig.CheckAsync()).Findings);
    }

    [Fact]
    public async Task Cards_That_Still_Stand_Somewhere_Say_Only_That_The_Case_Was_Deleted()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync());
        await rig.DeliverAsync();
        rig.Roster.People.RemoveAll(person => person.Id == CaseBuilder.Ann.Id); // in ten years people leave
        var shown = rig.Teams.Messages.Where(said => !said.Replaces).Select(said => said.Id).ToList();

        await rig.NightAsync(TimeIsOver);
        var before = rig.Teams.Messages.Count;
        await rig.DeliverAsync();

        var replaced = rig.Teams.Messages.Skip(before).ToList();
        Assert.Equal(shown.Order(), replaced.Select(said => said.Id).Order());
        Assert.All(replaced, said => Assert.Equal(
            "This case was deleted\nIts retention time is over. What was reported, the screenshots and the decision are no longer kept.",
            DecisionRig.Answer.WordsOf(CardJson.Of((AdaptiveCards.AdaptiveCard)said.Activity.Attachments[0].Content))));

        await rig.NightAsync(TimeIsOver.AddDays(1));
        await using var db = await rig.ContextAsync();
        Assert.Equal((0, 0), (await db.CardCopies.CountAsync(), await db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Afterwards_Those_Who_Decide_Are_Told_When_And_Why_It_Went_And_Others_Nothing()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync());
        await rig.NightAsync(TimeIsOver);
        var desk = rig.Get<CaseDesk>();

        Assert.Equal(
            "Case RMC-2026-0001 was deleted on Wednesday 5 March 2036, because its retention time was over "
            + "(a case that became a complaint: 10 years after its end). A certificate with hashes is all that is kept of it.",
            await desk.WhyNoCaseAsync(DecisionRig.Caller(rig.Roster.Find(CaseBuilder.Mona)), First, default));
        Assert.Equal(CaseDesk.NoCase, await desk.WhyNoCaseAsync(DecisionRig.Caller(rig.Roster.Find(CaseBuilder.Ann)), First, default));
        Assert.Equal(CaseDesk.NoCase, await desk.WhyNoCaseAsync(DecisionRig.Caller(rig.Roster.Find(CaseBuilder.Mona)), new CaseReference("RMC", 2026, 2), default));
    }

    [Theory]
    [InlineData("\"Document\" = REPLACE(\"Document\", 'complaint', 'compliment')")]
    [InlineData("\"Document\" = '!'")]
    [InlineData("\"PurgedAt\" = 0")]
    [InlineData("\"Hash\" = 'x'")]
    public async Task A_Certificate_That_Was_Changed_Is_Found(string change)
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync());
        await rig.NightAsync(TimeIsOver);
        await rig.ChangeAsync($"UPDATE \"Certificates\" SET {change}");

        Assert.Equal([FindingKind.CertificateBroken], (await rig.CheckAsync()).Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task A_Certificate_That_Was_Taken_Away_Leaves_A_Number()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync());
        await rig.NightAsync(TimeIsOver);
        await rig.ChangeAsync("DELETE FROM \"Certificates\"");

        Assert.Equal([(FindingKind.CaseMissing, "2026-0001")], (await rig.CheckAsync()).Findings.Select(finding => (finding.Kind, finding.Reference!)));
    }

    [Fact]
    public async Task A_Case_That_Was_Tampered_With_Goes_All_The_Same_And_Its_Certificate_Says_So()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.DecideAsync(await rig.OpenAsync(screenshots: 0));
        await rig.ChangeAsync("UPDATE \"CaseEvents\" SET \"Json\" = REPLACE(\"Json\", 'called me names', 'was polite') WHERE \"Sequence\" = 1");

        await rig.NightAsync(TimeIsOver);

        Assert.False((await rig.Get<Certificates>().FindAsync(CaseBuilder.Practice, First, default))!.ChainIntact);
        Assert.Empty((await rig.CheckAsync()).Findings);
    }

    [Fact]
    public async Task Events_Are_Deleted_Nowhere_Else()
    {
        await using var rig = await CustodyRig.StartAsync();
        await rig.OpenAsync();
        await using var db = await rig.ContextAsync();
        db.Remove(await db.CaseEvents.SingleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    private static Task<int> PurgeAsync(CustodyRig rig) =>
        rig.Get<RetentionPurge>().RunAsync(CaseBuilder.Practice, CheckPace.AsFastAsItGoes(rig.Time), default);

    private static async Task<SealedEvidence> RedactAsync(CustodyRig rig, Case @case)
    {
        using var picture = new MemoryStream(SamplePictures.Png(Random.Shared.Next()));
        var copy = await rig.Get<EvidenceVault>().SealCopyAsync(
            @case.Practice, @case.Evidence[0].Id, picture, "redacted.png", "image/png", CaseBuilder.Mona.Id, default);
        await rig.Get<CaseRecorder>().AdoptCopyAsync(
            @case, new EvidenceRedacted(CaseBuilder.Mona.Id, rig.Time.GetUtcNow(), @case.Evidence[0].Id, @case.Evidence[0].Sha256, copy), default);
        return copy;
    }

    private static async Task AskForExportAsync(CustodyRig rig, Case @case)
    {
        await using var db = await rig.ContextAsync();
        db.Exports.Add(new ExportRow
        {
            Id = new ExportId(Guid.NewGuid()),
            Practice = @case.Practice,
            CaseId = @case.Id,
            CaseVersion = @case.Version,
            Audience = ExportAudience.Police,
            Copies = ExportCopies.Originals,
            Reason = "Mona wrote why",
            RequestedBy = CaseBuilder.Mona.Id,
            RequestedAt = rig.Time.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    private static async Task AssertNothingIsLeftAsync(CustodyRig rig)
    {
        await using var db = await rig.ContextAsync();
        Assert.Equal((0, 0, 0), (await db.Cases.CountAsync(), await db.CaseEvents.CountAsync(), await db.Evidence.CountAsync()));
        Assert.Equal(0, await db.Exports.CountAsync());
        Assert.Empty(await db.Outbox.Where(row => row.Kind != CustodyAnnouncer.Purged).ToListAsync());
        var certificates = string.Concat(await db.Certificates.Select(row => row.Document).ToListAsync());
        Assert.All(["Ann", "Mona", "names", "angry", "post 1", "facebook", CaseBuilder.Ann.Id.Value, CaseBuilder.Mona.Id.Value], told =>
            Assert.DoesNotContain(told, certificates, StringComparison.OrdinalIgnoreCase));
    }
}
