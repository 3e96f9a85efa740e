using System.Text;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class EvidenceVaultTests
{
    private static readonly PracticeId Practice = CaseBuilder.Practice;
    private static readonly byte[] Picture = SamplePictures.PngOf(200_000);

    [Fact]
    public async Task What_Is_Kept_Can_Be_Read_From_Any_Place_And_Is_Intact()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        await using var stream = await rig.Vault.OpenAsync(Practice, evidence.Id, default);
        Assert.Equal(Picture, await BytesOf(stream!));
        stream!.Position = 150_000;
        Assert.Equal(Picture[150_000], stream.ReadByte());
        Assert.Equal(SealCheck.Intact, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
    }

    [Fact]
    public async Task Another_Practice_Finds_Nothing()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        var other = new PracticeId("another");
        Assert.Null(await rig.Vault.OpenAsync(other, evidence.Id, default));
        Assert.Equal(SealCheck.Missing, await rig.Vault.CheckAsync(other, evidence.Id, default));
        await rig.Vault.PurgeAsync(other, evidence.Id, default);
        Assert.Equal(SealCheck.Intact, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
    }

    [Fact]
    public async Task A_Flipped_Byte_Is_Found_And_Nothing_Of_That_File_Is_Shown()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        var bytes = await File.ReadAllBytesAsync(Assert.Single(rig.Files));
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(rig.Files.Single(), bytes);

        Assert.Equal(SealCheck.Changed, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
        Assert.Null(await rig.Vault.OpenAsync(Practice, evidence.Id, default));
        Assert.Contains(rig.Logs.Lines, line => line.Contains("was not shown: Changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_File_That_Is_Gone_Is_Missing_And_A_Key_That_Is_Lost_Makes_It_Unreadable()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        File.Move(rig.Files.Single(), Path.Combine(rig.EvidencePath, "elsewhere"));
        Assert.Equal(SealCheck.Missing, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
        Assert.Null(await rig.Vault.OpenAsync(Practice, evidence.Id, default));

        await ChangeAsync(rig, row => row.WrappedKey = [.. row.WrappedKey!.Reverse()]);
        Assert.Equal(SealCheck.Unreadable, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
    }

    [Fact]
    public async Task A_Key_And_File_Of_One_Record_Are_Of_No_Use_In_Another()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        var other = await rig.SealAsync(Pasted(rig.Server.Serve("/other", SamplePictures.Png(2))));
        var seal = (await rig.Get<EvidenceRecords>().FindAsync(Practice, other.Id, default))!.Seal;

        await ChangeAsync(rig, row => (row.Address, row.WrappedKey) = (seal.Address, seal.WrappedKey), evidence.Id);

        Assert.Equal(SealCheck.Unreadable, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
        Assert.Null(await rig.Vault.OpenAsync(Practice, evidence.Id, default));
    }

    [Fact]
    public async Task What_Waits_In_Quarantine_Is_Shown_To_Nobody()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        await ChangeAsync(rig, row => row.State = EvidenceState.Quarantined);
        Assert.Null(await rig.Vault.OpenAsync(Practice, evidence.Id, default));
        Assert.Equal(SealCheck.InQuarantine, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => CopyAsync(rig, evidence.Id));
    }

    [Fact]
    public async Task What_Waits_In_Quarantine_Is_Checked_All_The_Same()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        await ChangeAsync(rig, row => row.State = EvidenceState.Quarantined);
        var file = rig.Files.Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Equal(SealCheck.Changed, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
        File.Delete(file);
        Assert.Equal(SealCheck.Missing, await rig.Vault.CheckAsync(Practice, evidence.Id, default));
    }

    [Fact]
    public async Task Purging_Destroys_Key_And_Bytes_And_Leaves_The_Hash()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        var sealedBytes = await File.ReadAllBytesAsync(rig.Files.Single());
        await rig.Vault.PurgeAsync(Practice, evidence.Id, default);

        var record = (await rig.Get<EvidenceRecords>().FindAsync(Practice, evidence.Id, default))!;
        Assert.Equal((EvidenceState.Purged, rig.Time.GetUtcNow(), evidence.Sha256), (record.State, record.PurgedAt, record.Evidence.Sha256));
        Assert.Null(record.Seal.WrappedKey);
        Assert.Empty(rig.Files);

        // Even if a copy of the bytes comes back from a backup, nothing opens it.
        await File.WriteAllBytesAsync(Path.Combine(rig.EvidencePath, record.Seal.Address[..2], record.Seal.Address[2..4], record.Seal.Address), sealedBytes);
        Assert.Null(await rig.Vault.OpenAsync(Practice, evidence.Id, default));
        Assert.Equal(SealCheck.Purged, await rig.Vault.CheckAsync(Practice, evidence.Id, default));

        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.Vault.PurgeAsync(Practice, evidence.Id, default); // twice is harmless, and the first time stays
        Assert.Equal(record.PurgedAt, (await rig.Get<EvidenceRecords>().FindAsync(Practice, evidence.Id, default))!.PurgedAt);
        Assert.Empty(rig.Files);
    }

    [Fact]
    public async Task A_Redacted_Copy_Is_Sealed_And_Waits_Until_The_Case_Takes_It()
    {
        await using var rig = await StartAsync();
        var original = await SealAsync(rig);

        var copy = await CopyAsync(rig, original.Id);

        Assert.Equal(original.Id, Assert.Single(await rig.Get<EvidenceRecords>().ListForCaseAsync(Practice, rig.Draft, default)).Id);
        var waiting = Assert.Single(await rig.Get<EvidenceRecords>().ListForCaseAsync(Practice, EvidenceVault.WaitingFor(copy.Id), default));
        Assert.Equal((CaseBuilder.Mona.Id, copy, original.Id), (waiting.By, waiting.Evidence, waiting.RedactionOf));
        await using var stream = await rig.Vault.OpenAsync(Practice, copy.Id, default);
        Assert.Equal("redacted"u8.ToArray(), await BytesOf(stream!));
        Assert.Equal(SealCheck.Intact, await rig.Vault.CheckAsync(Practice, original.Id, default));
        Assert.Equal([original], await rig.RecordsAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => CopyAsync(rig, copy.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => CopyAsync(rig, new EvidenceId(Guid.NewGuid())));
    }

    [Fact]
    public async Task A_Key_Opens_Nothing_Without_The_Key_Ring()
    {
        await using var rig = await StartAsync();
        var evidence = await SealAsync(rig);
        var key = (await rig.Get<EvidenceRecords>().FindAsync(Practice, evidence.Id, default))!.Seal.WrappedKey!;
        await using var elsewhere = await StartAsync();
        Assert.Null(elsewhere.Get<EvidenceKeys>().Unwrap(key, evidence.Id));
        Assert.Equal(32, rig.Get<EvidenceKeys>().Unwrap(key, evidence.Id)!.Length);
        Assert.DoesNotContain(rig.Files, file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("PNG", StringComparison.Ordinal));
    }

    private static Task<SealedEvidence> SealAsync(EvidenceRig rig) => rig.SealAsync(Pasted(rig.Server.Serve("/1", Picture)));

    private static Task<SealedEvidence> CopyAsync(EvidenceRig rig, EvidenceId original) => rig.Vault.SealCopyAsync(
        Practice, original, new MemoryStream("redacted"u8.ToArray()), "post, redacted.png", "image/png", CaseBuilder.Mona.Id, default);

    private static async Task ChangeAsync(EvidenceRig rig, Action<EvidenceRow> change, EvidenceId? id = null)
    {
        await using var db = await rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        change(await db.Evidence.SingleAsync(row => id == null || row.Id == id));
        await db.SaveChangesAsync();
    }

    private static async Task<byte[]> BytesOf(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
