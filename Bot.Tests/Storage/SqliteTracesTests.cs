using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Storage;

/// <summary>A key that was destroyed is in no byte of the database any more: not in a free place of a page, not in the WAL.</summary>
public sealed class SqliteTracesTests
{
    [Fact]
    public async Task A_Purged_Key_Is_Nowhere_And_The_Others_Are_Still_There()
    {
        await using var rig = await StartAsync();
        var ids = await SealThreeAsync(rig);
        var keys = await KeysAsync(rig, ids);
        Assert.All(keys, key => Assert.True(IsAnywhere(rig, key)));

        await rig.Vault.PurgeAsync(CaseBuilder.Practice, ids[1], default);

        Assert.Equal([true, false, true], keys.Select(key => IsAnywhere(rig, key)));
    }

    [Fact]
    public async Task The_Keys_Of_A_Discarded_Draft_Are_Nowhere()
    {
        await using var rig = await StartAsync();
        var keys = await KeysAsync(rig, await SealThreeAsync(rig));

        await rig.Intake.DiscardAsync(rig.Draft, default);

        Assert.DoesNotContain(keys, key => IsAnywhere(rig, key));
    }

    [Fact]
    public async Task The_Key_Of_A_Draft_That_Was_Left_Behind_Is_Nowhere()
    {
        await using var rig = await StartAsync();
        var keys = await KeysAsync(rig, await SealThreeAsync(rig));
        var leftovers = rig.Get<EvidenceLeftovers>();
        foreach (var row in await leftovers.ListDraftsAsync(rig.Time.GetUtcNow().AddDays(1), default))
        {
            await leftovers.SetAsideAsync(row, rig.Time.GetUtcNow(), default);
            Assert.True(await leftovers.ForgetAsync(row, default));
        }

        Assert.DoesNotContain(keys, key => IsAnywhere(rig, key));
    }

    /// <summary>
    /// Rows are moved to other pages when others beside them grow, and what is deleted later is not deleted where they were. That this
    /// happens at all is part of the test: should SQLite clear such places itself one day, the file need not be written anew any more.
    /// </summary>
    [Fact]
    public async Task What_Lay_In_A_Place_From_Which_Its_Row_Was_Moved_Is_Nowhere_Once_The_File_Was_Written_Anew()
    {
        var (gone, kept) = (new CaseId(new Guid("00000000-0000-0000-0000-000000000001")), new CaseId(new Guid("00000000-0000-0000-0000-000000000002")));
        for (var seed = 1; ; seed++)
        {
            // Where rows are moved depends on every table there is: some way of moving them about leaves a trace, not always the same.
            Assert.InRange(seed, 1, 20);
            await using var database = await TestDatabase.CreateAsync("Sqlite");
            if (await IsGoneOnlyAfterwardsAsync(database, await MoveAboutAsync(database, gone, kept, seed), gone))
            {
                return;
            }
        }
    }

    /// <returns><c>false</c> when nothing was left in the first place.</returns>
    private static async Task<bool> IsGoneOnlyAfterwardsAsync(TestDatabase database, IReadOnlyList<(CaseId Draft, byte[] Bytes)> keys, CaseId gone)
    {
        await database.Get<EvidenceRecords>().DeleteDraftAsync(gone, default);
        if (!keys.Any(key => key.Draft == gone && IsAnywhere(database.Configuration["Storage:Path"]!, key.Bytes)))
        {
            return false;
        }

        await database.Get<CasePurge>().LeaveNoTracesAsync(default);

        Assert.All(keys, key => Assert.Equal(key.Draft != gone, IsAnywhere(database.Configuration["Storage:Path"]!, key.Bytes)));
        return true;
    }

    /// <summary>Always in the same way, row by row.</summary>
    private static async Task<IReadOnlyList<(CaseId Draft, byte[] Bytes)>> MoveAboutAsync(TestDatabase database, CaseId gone, CaseId kept, int seed)
    {
        var random = new Random(seed);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var rows = new List<EvidenceRow>();
        foreach (var number in Enumerable.Range(0, 300))
        {
            var (id, key) = (new byte[16], new byte[300]);
            random.NextBytes(id);
            random.NextBytes(key);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(key));
            rows.Add(EvidenceRow.From(new EvidenceRecord(
                new SealedEvidence(new EvidenceId(new Guid(id)), new string('x', random.Next(5, 60)), "image/png", 1, sha256, CaseBuilder.Wednesday),
                CaseBuilder.Practice,
                number % 2 == 0 ? gone : kept,
                CaseBuilder.Ann.Id,
                EvidenceState.Kept,
                new EvidenceSeal(sha256, key))));
            db.Add(rows[^1]);
            await db.SaveChangesAsync();
            var (other, name) = (rows[random.Next(rows.Count)].Id, new string('y', random.Next(5, 900)));
            await db.Evidence.Where(row => row.Id == other).ExecuteUpdateAsync(row => row.SetProperty(r => r.Name, name));
        }

        await transaction.CommitAsync();
        return [.. rows.Select(row => (row.Draft, row.WrappedKey!))];
    }

    private static async Task<IReadOnlyList<EvidenceId>> SealThreeAsync(EvidenceRig rig)
    {
        var ids = new List<EvidenceId>();
        foreach (var number in Enumerable.Range(0, 3))
        {
            ids.Add((await rig.SealAsync(Pasted(rig.Server.Serve($"/{number}", SamplePictures.Png(number))))).Id);
        }

        return ids;
    }

    private static async Task<IReadOnlyList<byte[]>> KeysAsync(EvidenceRig rig, IReadOnlyList<EvidenceId> ids)
    {
        var keys = new List<byte[]>();
        foreach (var id in ids)
        {
            keys.Add((await rig.Get<EvidenceRecords>().FindAsync(CaseBuilder.Practice, id, default))!.Seal.WrappedKey!);
        }

        return keys;
    }

    // Its last part: all keys begin alike, with what wraps them; and any 16 bytes of the rest are enough to know it by.
    private static bool IsAnywhere(EvidenceRig rig, byte[] key) => IsAnywhere(rig.Get<IOptions<StorageOptions>>().Value.Path, key);

    private static bool IsAnywhere(string path, byte[] key)
    {
        byte[] all = [.. ReadLog(path + "-wal"), .. Read(path)]; // in this order: what is written back meanwhile is in the file then
        return Enumerable.Range(key.Length / 2, (key.Length / 2) - 16).Any(from => all.AsSpan().IndexOf(key.AsSpan(from, 16)) >= 0);
    }

    /// <summary>SQLite takes the log away with the last connection, and those that are idle for minutes are closed.</summary>
    private static byte[] ReadLog(string path)
    {
        try
        {
            return Read(path);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
