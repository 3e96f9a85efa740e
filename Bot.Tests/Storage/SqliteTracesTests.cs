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
    private static bool IsAnywhere(EvidenceRig rig, byte[] key)
    {
        var path = rig.Get<IOptions<StorageOptions>>().Value.Path;
        byte[] all = [.. Read(path), .. Read(path + "-wal")];
        return Enumerable.Range(key.Length / 2, (key.Length / 2) - 16).Any(from => all.AsSpan().IndexOf(key.AsSpan(from, 16)) >= 0);
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
