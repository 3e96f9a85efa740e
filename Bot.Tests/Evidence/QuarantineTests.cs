using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class QuarantineTests
{
    private static readonly byte[] Infected = [.. SamplePictures.Png(), .. Encoding.ASCII.GetBytes(ClamdServer.Marker)];

    [SkippableFact]
    public async Task An_Infected_File_Is_Refused_And_Named()
    {
        using var clamd = await ClamdServer.StartAsync();
        await using var rig = await StartAsync(settings: ("Evidence:Clamd", clamd.Address));

        var refused = await rig.RefuseAsync(Attached(rig.Server.Serve("/1", Infected), "post.png"));

        Assert.Equal(EvidenceRefusal.Infected, refused.Reason);
        Assert.Equal(
            "The virus check found Rowcroft.Test.Marker.UNOFFICIAL in this file. Please do not open it, and tell whoever looks after your computers.",
            refused.Sentence);
        var clean = Assert.IsType<EvidenceOutcome.Sealed>(Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/2", SamplePictures.Png())))));
        Assert.False(clean.WaitsForScan);
        Assert.Equal((HealthStatus.Healthy, "clamd answers."), await HealthAsync(rig));
    }

    [SkippableFact]
    public async Task While_Clamd_Is_Away_Files_Wait_And_Are_Shown_To_Nobody_And_Then_Released_Or_Destroyed()
    {
        using var clamd = await ClamdServer.StartAsync();
        await using var rig = await StartAsync(settings: ("Evidence:Clamd", clamd.Address));
        clamd.Stop();

        var outcomes = await rig.SendAsync(Pasted(rig.Server.Serve("/1", SamplePictures.Png())), Pasted(rig.Server.Serve("/2", Infected)));
        var (clean, infected) = (Waiting(outcomes[0]), Waiting(outcomes[1]));
        var quarantine = rig.Get<Quarantine>();
        await quarantine.ScanAsync((_, _, _) => throw new InvalidOperationException("clamd is away"), default);
        Assert.Null(await rig.Vault.OpenAsync(CaseBuilder.Practice, clean, default));
        Assert.Null(await rig.Vault.OpenAsync(CaseBuilder.Practice, infected, default));
        Assert.Equal(SealCheck.InQuarantine, await rig.Vault.CheckAsync(CaseBuilder.Practice, clean, default));
        Assert.Equal((HealthStatus.Degraded, "clamd does not answer. Screenshots in quarantine: 2."), await HealthAsync(rig));

        await clamd.StartAgainAsync();
        var found = new List<(EvidenceRecord Record, string Signature)>();
        await quarantine.ScanAsync((record, signature, _) => Task.Run(() => found.Add((record, signature))), default);

        await using (var shown = await rig.Vault.OpenAsync(CaseBuilder.Practice, clean, default))
        {
            Assert.NotNull(shown);
        }

        Assert.Equal((infected, ClamdServer.Signature), (Assert.Single(found).Record.Id, found[0].Signature));
        Assert.Null(await rig.Vault.OpenAsync(CaseBuilder.Practice, infected, default));
        Assert.Equal(SealCheck.Purged, await rig.Vault.CheckAsync(CaseBuilder.Practice, infected, default));
        Assert.Equal(clean, Assert.Single(await rig.RecordsAsync()).Id);
        Assert.Single(rig.Files);
        Assert.Equal((HealthStatus.Healthy, "clamd answers."), await HealthAsync(rig));
    }

    [SkippableFact]
    public async Task One_That_Clamd_Cannot_Take_Does_Not_Hold_Up_The_Others()
    {
        using var clamd = await ClamdServer.StartAsync();
        await using var rig = await StartAsync(settings: ("Evidence:Clamd", clamd.Address));
        var large = Waiting(Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/1", SamplePictures.PngOf(1_500_000))))));
        clamd.Stop();
        var small = Waiting(Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/2", SamplePictures.Png())))));
        await clamd.StartAgainAsync();

        await rig.Get<Quarantine>().ScanAsync((_, _, _) => throw new InvalidOperationException("none is infected"), default);

        Assert.Equal(SealCheck.InQuarantine, await rig.Vault.CheckAsync(CaseBuilder.Practice, large, default));
        Assert.Equal(SealCheck.Intact, await rig.Vault.CheckAsync(CaseBuilder.Practice, small, default));
    }

    [Fact]
    public async Task Without_Configuration_It_Is_Off_And_Says_So()
    {
        await using var rig = await StartAsync();
        var kept = Assert.IsType<EvidenceOutcome.Sealed>(Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/1", Infected)))));
        Assert.False(kept.WaitsForScan);
        Assert.Equal((HealthStatus.Healthy, "Off: screenshots are not scanned, because Evidence:Clamd is not set."), await HealthAsync(rig));
    }

    private static Rowcroft.TeamsBot.Cases.EvidenceId Waiting(EvidenceOutcome outcome)
    {
        var kept = Assert.IsType<EvidenceOutcome.Sealed>(outcome);
        Assert.True(kept.WaitsForScan);
        return kept.Evidence.Id;
    }

    private static async Task<(HealthStatus Status, string? Description)> HealthAsync(EvidenceRig rig)
    {
        var entry = (await rig.Get<HealthCheckService>().CheckHealthAsync()).Entries["malware scan"];
        return (entry.Status, entry.Description);
    }
}
