using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>
/// The process is killed at every single step of everything that writes; a new one over the same database and store sweeps. Afterwards no
/// record is without its file and no file without its record. Both stores, both databases.
/// </summary>
public sealed class CrashTests
{
    private static readonly PracticeId Practice = CaseBuilder.Practice;

    public static TheoryData<string, string> Places => new()
    {
        { "Files", "Sqlite" }, { "Files", "Postgres" }, { "Blobs", "Sqlite" }, { "Blobs", "Postgres" },
    };

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public Task Receiving(string store, string provider) => DieAtEveryStepAsync(store, provider, least: 6, (rig, process, _) =>
        rig.ReceiveAsync(process, RandomNumberGenerator.GetBytes(200_000)));

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public Task Redacting(string store, string provider) => DieAtEveryStepAsync(store, provider, least: 7, (_, process, original) =>
        process.GetRequiredService<EvidenceVault>().SealCopyAsync(
            Practice, original, new MemoryStream("redacted"u8.ToArray()), "redacted.png", "image/png", CaseBuilder.Mona.Id, default));

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public Task Discarding(string store, string provider) => DieAtEveryStepAsync(store, provider, least: 5, (rig, process, _) =>
        process.GetRequiredService<EvidenceVault>().DiscardAsync(rig.Draft, default));

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public Task Purging(string store, string provider) => DieAtEveryStepAsync(store, provider, least: 5, (_, process, original) =>
        process.GetRequiredService<EvidenceVault>().PurgeAsync(Practice, original, default));

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public async Task Sweeping_What_Was_Abandoned(string store, string provider)
    {
        var steps = await DieAtEveryStepAsync(store, provider, least: 5, async (rig, process, _) =>
        {
            rig.Time.Advance(TimeSpan.FromDays(31));
            await process.GetRequiredService<EvidenceSweep>().RunAsync(default);
            rig.Time.Advance(EvidenceSweep.SetAsideFor + TimeSpan.FromMinutes(1));
            await process.GetRequiredService<EvidenceSweep>().RunAsync(default);
        });
        Assert.True(steps > 0);
    }

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public async Task What_Nobody_Sends_Goes_After_A_Day_Of_Grace_And_A_Case_Keeps_Its_Own(string store, string provider)
    {
        await using var rig = await CrashRig.StartAsync(store, provider);
        var process = await rig.StartProcessAsync();
        var sweep = process.GetRequiredService<EvidenceSweep>();
        var records = process.GetRequiredService<EvidenceRecords>();
        var evidence = await rig.ReceiveAsync(process, [1, 2, 3]);
        rig.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(default, await sweep.RunAsync(default));

        rig.Time.Advance(TimeSpan.FromDays(2));
        await sweep.RunAsync(default);
        Assert.Empty(await records.ListForDraftAsync(rig.Draft, default));
        rig.Time.Advance(TimeSpan.FromHours(25));

        // In this very moment its sender sends it after all.
        await using (var db = await process.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync())
        {
            var report = new CaseBuilder().WithId(rig.Draft).Report();
            db.Cases.Add(CaseRow.From(report.Open(new CaseReference("RMC", 2026, 1), rig.Time.GetUtcNow(), rig.Time.GetUtcNow()).Case));
            await db.SaveChangesAsync();
        }

        Assert.Equal(default, await sweep.RunAsync(default));
        Assert.Equal([evidence], await records.ListForDraftAsync(rig.Draft, default));
        Assert.Equal(SealCheck.Intact, await process.GetRequiredService<EvidenceVault>().CheckAsync(Practice, evidence.Id, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public async Task When_The_Clock_Jumps_Back_Nothing_Is_Swept_Too_Early(string store, string provider)
    {
        await using var rig = await CrashRig.StartAsync(store, provider);
        var process = await rig.StartProcessAsync();
        await rig.ReceiveAsync(process, [1, 2, 3]);
        await using var pending = await process.GetRequiredService<EvidenceVault>().BeginAsync(default);
        await pending.Destination.WriteAsync(new byte[] { 4, 5, 6 });
        await pending.FinishAsync(default);
        await pending.KeepAsync(default); // on its way: not recorded yet

        var past = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(rig.Time.GetUtcNow().AddYears(-1));
        var sweep = ActivatorUtilities.CreateInstance<EvidenceSweep>(process, past);

        Assert.Equal(default, await sweep.RunAsync(default));
        Assert.Equal(2, (await CrashRig.FilesAsync(process)).Count);
    }

    [SkippableFact]
    public async Task A_Store_That_Was_Not_Mounted_Loses_Nobody_Their_Screenshots()
    {
        await using var rig = await CrashRig.StartAsync("Files", "Sqlite");
        var process = await rig.StartProcessAsync();
        var evidence = await rig.ReceiveAsync(process, [1, 2, 3]);
        var file = Assert.Single(await CrashRig.FilesAsync(process)).Address;
        var folder = process.GetRequiredService<Microsoft.Extensions.Options.IOptions<EvidenceOptions>>().Value.Path;
        var path = Path.Combine(folder, file[..2], file[2..4], file);
        File.Move(path, folder + ".away");
        rig.Time.Advance(TimeSpan.FromHours(3));
        var sweep = process.GetRequiredService<EvidenceSweep>();
        await sweep.RunAsync(default);
        Assert.Empty(await process.GetRequiredService<EvidenceRecords>().ListForDraftAsync(rig.Draft, default)); // nobody sends what is not there

        File.Move(folder + ".away", path);
        await sweep.RunAsync(default);
        Assert.Equal([evidence], await process.GetRequiredService<EvidenceRecords>().ListForDraftAsync(rig.Draft, default));
    }

    private static async Task<int> DieAtEveryStepAsync(
        string store, string provider, int least, Func<CrashRig, IServiceProvider, EvidenceId, Task> work)
    {
        await using var rig = await CrashRig.StartAsync(store, provider);
        var step = 0;
        for (var died = true; died; step++)
        {
            var original = await rig.ReceiveAsync(await rig.StartProcessAsync(), RandomNumberGenerator.GetBytes(1000));
            var death = new Death();
            var process = await rig.StartProcessAsync(death);
            death.At(step);
            try
            {
                await work(rig, process, original.Id);
            }
            catch (Exception) when (death.HasCome)
            {
                // Whatever it became on its way up: this process is dead.
            }

            died = death.HasCome;

            // Files have the machine's own time, by which some of the first round may be as much younger as everything here took to start.
            rig.Time.Advance(EvidenceSweep.LongestIntake + TimeSpan.FromMinutes(10));
            var next = await rig.StartProcessAsync();
            await next.GetRequiredService<EvidenceSweep>().RunAsync(default);
            await rig.AssertSettledAsync(next);
        }

        Assert.True(step > least, $"Only {step} steps were found.");
        return step;
    }
}
