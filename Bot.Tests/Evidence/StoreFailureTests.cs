using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A store that is full, read-only or away: its sender is told, nothing is half kept, and it goes on when the store is back.</summary>
public sealed class StoreFailureTests
{
    private const string Sentence =
        "We could not keep it just now. Please hold on to the picture and send it again later; your report can go ahead without it.";

    private static readonly byte[] Large = SamplePictures.PngOf(300_000);

    [Fact]
    public async Task A_File_Where_The_Folder_Should_Be()
    {
        await using var rig = await StartAsync();
        var picture = Pasted(rig.Server.Serve("/1", SamplePictures.Png()));
        Assert.Equal(HealthStatus.Healthy, (await ReadinessAsync(rig)).Status);
        Directory.Delete(rig.EvidencePath, recursive: true);
        await File.WriteAllTextAsync(rig.EvidencePath, "a file");

        AssertNotStored(Assert.Single(await rig.SendAsync(picture)));
        Assert.Empty(await rig.RecordsAsync());
        var readiness = await ReadinessAsync(rig);
        Assert.Equal(HealthStatus.Degraded, readiness.Status);
        Assert.Contains("Screenshots are not kept", readiness.Description, StringComparison.Ordinal);

        File.Delete(rig.EvidencePath);
        Assert.Equal(HealthStatus.Healthy, (await ReadinessAsync(rig)).Status);
        await AssertKeptAsync(rig, await rig.SealAsync(picture));
    }

    [Fact]
    public async Task A_Folder_That_Goes_Away_While_A_Picture_Comes()
    {
        await using var rig = await StartAsync();
        var begun = new TaskCompletionSource();
        var isGone = new TaskCompletionSource();
        var slow = rig.Server.Serve("/1", async context =>
        {
            await context.Response.Body.WriteAsync(Large.AsMemory(0, 200_000));
            await context.Response.Body.FlushAsync();
            begun.TrySetResult();
            await isGone.Task;
            await context.Response.Body.WriteAsync(Large.AsMemory(200_000));
        });

        var sending = rig.SendAsync(Pasted(slow));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Directory.Delete(rig.EvidencePath, recursive: true);
        isGone.SetResult();

        AssertNotStored(Assert.Single(await sending));
        Assert.Empty(await rig.RecordsAsync());
        Assert.False(Directory.Exists(rig.EvidencePath) && rig.Files.Any());
        await AssertKeptAsync(rig, await rig.SealAsync(Pasted(slow)));
    }

    [Fact]
    public async Task A_Whole_File_For_Which_There_Is_No_Place()
    {
        await using var rig = await StartAsync();
        var places = Enumerable.Range(0, 256).Select(first => Path.Combine(rig.EvidencePath, first.ToString("x2", CultureInfo.InvariantCulture))).ToList();
        places.ForEach(place => File.WriteAllText(place, "a file"));

        AssertNotStored(Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/1", Large)))));
        Assert.Empty(await rig.RecordsAsync());
        Assert.Equal(places.Order(), rig.Files.Order());

        places.ForEach(File.Delete);
        await AssertKeptAsync(rig, await rig.SealAsync(Pasted(rig.Server.Origin + "/1")));
    }

    public static TheoryData<long, string> Ends => new()
    {
        { 0, "full" }, { 0, "read-only" }, // not even its beginning
        { 200_000, "full" }, { 200_000, "read-only" }, // somewhere in a chunk
        { 300_000, "full" }, { 300_000, "read-only" }, // only its end is missing
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task It_Ends_In_The_Middle_Of_A_File_And_The_Others_Of_The_Message_Are_Kept(long room, string how)
    {
        FullStore? store = null;
        await using var rig = await StartAsync(configure: services =>
        {
            var registered = services.Last(service => service.ServiceType == typeof(IEvidenceStore)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<IEvidenceStore>(provider => store = new FullStore((IEvidenceStore)registered(provider))));
        });
        Attachment[] message =
        [
            Attached(rig.Server.Serve("/1", SamplePictures.Png(1)), "one.png"),
            Attached(rig.Server.Serve("/2", Large), "two.png"),
            Attached(rig.Server.Serve("/3", SamplePictures.Png(3)), "three.png"),
        ];
        store!.Room = room;
        store.Failure = how == "full" ? store.Failure : new UnauthorizedAccessException("Read-only file system");

        var outcomes = await rig.SendAsync(message);

        var kept = room == 0 ? (string[])[] : ["one.png", "three.png"];
        Assert.Equal(kept, outcomes.OfType<EvidenceOutcome.Sealed>().Select(outcome => outcome.Evidence.Name));
        Assert.All(outcomes.Where(outcome => outcome is not EvidenceOutcome.Sealed), AssertNotStored);
        Assert.Equal("two.png", ((EvidenceOutcome.Refused)outcomes[1]).Name);
        Assert.Equal(kept, (await rig.RecordsAsync()).Select(record => record.Name));
        Assert.Equal(kept.Length, rig.Files.Count());

        store.Room = long.MaxValue;
        var again = await rig.SendAsync(message);
        Assert.Equal(3 - kept.Length, again.OfType<EvidenceOutcome.Sealed>().Count());
        Assert.Equal(kept.Length, again.OfType<EvidenceOutcome.AlreadyAdded>().Count());
        await Assert.AllAsync(await rig.RecordsAsync(), record => AssertKeptAsync(rig, record));
        Assert.Equal(3, rig.Files.Count());
    }

    [SkippableFact]
    public async Task A_Disk_That_Is_Really_Full()
    {
        using var disk = SmallDisk.Require("1m");
        await using var rig = await StartAsync(settings: ("Evidence:Path", disk.File("evidence")));
        var first = await rig.SealAsync(Pasted(rig.Server.Serve("/1", SamplePictures.Png(1))));

        // The disk ends in the middle of it. What was written of it goes, so that the next one finds room.
        AssertNotStored(Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/2", SamplePictures.PngOf(1_500_000))))));
        Assert.Single(OnDisk());
        var second = await rig.SealAsync(Pasted(rig.Server.Serve("/3", Large)));

        disk.Fill();
        var third = Pasted(rig.Server.Serve("/4", SamplePictures.Png(4)));
        AssertNotStored(Assert.Single(await rig.SendAsync(third)));
        Assert.Equal(2, OnDisk().Count());
        Assert.Equal(HealthStatus.Degraded, (await ReadinessAsync(rig)).Status);

        disk.Free();
        Assert.Equal(HealthStatus.Healthy, (await ReadinessAsync(rig)).Status);
        await Assert.AllAsync([first, second, await rig.SealAsync(third)], evidence => AssertKeptAsync(rig, evidence));
        Assert.Equal(3, OnDisk().Count());

        IEnumerable<string> OnDisk() => Directory.EnumerateFiles(disk.File("evidence"), "*", SearchOption.AllDirectories);
    }

    private static async Task<HealthReportEntry> ReadinessAsync(EvidenceRig rig)
    {
        var report = await rig.Get<HealthCheckService>().CheckHealthAsync(check => check.Name == "evidence");
        return report.Entries["evidence"];
    }

    private static void AssertNotStored(EvidenceOutcome outcome)
    {
        var refused = Assert.IsType<EvidenceOutcome.Refused>(outcome);
        Assert.Equal((EvidenceRefusal.NotStored, Sentence), (refused.Reason, refused.Sentence));
    }

    private static async Task AssertKeptAsync(EvidenceRig rig, SealedEvidence evidence) =>
        Assert.Equal(SealCheck.Intact, await rig.Vault.CheckAsync(CaseBuilder.Practice, evidence.Id, default));
}
