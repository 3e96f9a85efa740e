using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>A screenshot came while the scanner was away; it became part of a case; the scanner is back.</summary>
public sealed class QuarantinePassTests
{
    [SkippableTheory, BothDatabases]
    public async Task What_Is_Infected_Is_Destroyed_The_Case_Says_So_And_People_Are_Told_Once(string provider)
    {
        using var clamd = new ScriptedClamd("stream: Win.Test-1 FOUND");
        await using var rig = await CustodyRig.StartAsync(provider, ("Evidence:Clamd", clamd.Address));
        var @case = await rig.OpenAsync(screenshots: 2);
        await QuarantineAsync(rig, @case.Evidence[0].Id);

        await rig.Get<QuarantinePass>().RunAsync(default);
        await rig.Get<QuarantinePass>().RunAsync(default);

        var file = @case.Evidence[0];
        var events = await rig.Get<CaseStore>().ListEventsAsync(@case.Id, default);
        Assert.Equal(
            new EvidenceInfected(PersonId.Bot, rig.Time.GetUtcNow(), file.Id, file.Sha256, "Win.Test-1"),
            Assert.Single(events.Skip(1)));
        Assert.Equal("the virus check found Win.Test-1 in a screenshot; it is destroyed", HistoryWords.For(events[1]));
        Assert.Equal(SealCheck.Purged, await rig.Get<EvidenceVault>().CheckAsync(CaseBuilder.Practice, file.Id, default));
        Assert.Single(rig.Files);
        Assert.Empty((await rig.CheckAsync()).Findings);

        await rig.DeliverAsync();
        Assert.Equal(
            $"The virus check found Win.Test-1 in a screenshot of {@case.Reference}. Nobody was shown it, and it has been destroyed. "
            + "Please do not open the file you sent, and tell whoever looks after your computers. "
            + "If you can still see the post safely, take a new screenshot of it and send that.",
            Assert.Single(TextsTo(rig, CaseBuilder.Ann)));
        Assert.Contains("the history of the case says so", Assert.Single(TextsTo(rig, CaseBuilder.Mona)), StringComparison.Ordinal);
        Assert.Equal(OutboxState.Sent, Assert.Single(await rig.OwedAsync(InfectedAnnouncer.Sender)).State);
    }

    [Fact]
    public async Task A_Crash_Before_It_Is_Destroyed_Tells_And_Records_Nothing_Twice()
    {
        using var clamd = new ScriptedClamd("stream: Win.Test-1 FOUND");
        await using var rig = await CustodyRig.StartAsync(settings: ("Evidence:Clamd", clamd.Address));
        var @case = await rig.OpenAsync();
        await QuarantineAsync(rig, @case.Evidence[0].Id);
        await rig.Get<QuarantinePass>().RunAsync(default);
        await QuarantineAsync(rig, @case.Evidence[0].Id); // as if the row had not been changed any more

        await rig.Get<QuarantinePass>().RunAsync(default);

        Assert.Equal(2, (await rig.Get<CaseStore>().ListEventsAsync(@case.Id, default)).Count);
        Assert.Single(await rig.OwedAsync(InfectedAnnouncer.Sender));
        Assert.Single(await rig.OwedAsync(InfectedAnnouncer.Approvers));
    }

    [Fact]
    public async Task In_A_Report_That_Is_Not_Sent_Yet_Its_Sender_Alone_Is_Told()
    {
        using var clamd = new ScriptedClamd("stream: Win.Test-1 FOUND");
        await using var rig = await CustodyRig.StartAsync(settings: ("Evidence:Clamd", clamd.Address));
        var draft = new CaseId(Guid.NewGuid());
        await QuarantineAsync(rig, (await rig.SealAsync(draft, "post.png")).Id);

        await rig.Get<QuarantinePass>().RunAsync(default);
        await rig.DeliverAsync();

        Assert.StartsWith(
            "The virus check found Win.Test-1 in a screenshot of the report you have not sent yet.", Assert.Single(TextsTo(rig, CaseBuilder.Ann)), StringComparison.Ordinal);
        Assert.Empty(await rig.OwedAsync(InfectedAnnouncer.Approvers));
        Assert.Empty(await rig.Get<EvidenceRecords>().ListForDraftAsync(draft, default));
    }

    [Fact]
    public async Task What_Is_Clean_Is_Released_Without_A_Word()
    {
        using var clamd = new ScriptedClamd("stream: OK");
        await using var rig = await CustodyRig.StartAsync(settings: ("Evidence:Clamd", clamd.Address));
        var @case = await rig.OpenAsync();
        await QuarantineAsync(rig, @case.Evidence[0].Id);

        await rig.Get<QuarantinePass>().RunAsync(default);

        Assert.Equal(SealCheck.Intact, await rig.Get<EvidenceVault>().CheckAsync(CaseBuilder.Practice, @case.Evidence[0].Id, default));
        Assert.Single(await rig.Get<CaseStore>().ListEventsAsync(@case.Id, default));
        Assert.Empty(await rig.OwedAsync(InfectedAnnouncer.Sender));
    }

    private static async Task QuarantineAsync(CustodyRig rig, EvidenceId id)
    {
        await using var db = await rig.ContextAsync();
        await db.Evidence.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, EvidenceState.Quarantined));
    }

    private static IEnumerable<string> TextsTo(CustodyRig rig, NamedPerson person) =>
        rig.Teams.Messages.Where(said => said.Conversation == DeliveryDriver.ChatOf(person))
            .Select(said => said.Activity.Text)
            .Where(text => text?.StartsWith("The virus check found", StringComparison.Ordinal) == true);
}
