using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using SkiaSharp;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>What is hashed while its sender waits, and what is not.</summary>
public sealed class IntakeHashTests
{
    [Fact]
    public async Task A_Usual_Screenshot_Has_Its_Hash_At_Once_And_Large_Ones_Later()
    {
        await using var rig = await EvidenceRig.StartAsync();
        using var post = new PostPictures(1, 1, 14).Draw(isPhone: true, isDark: false);
        var usual = post.Bytes(SKEncodedImageFormat.Png, 100);
        using var enlarged = post.Resize(new SKSizeI(post.Width * 21 / 10, post.Height * 21 / 10), new SKSamplingOptions(SKFilterMode.Linear));
        var wide = enlarged.Bytes(SKEncodedImageFormat.Jpeg, 80);
        byte[] heavy = [.. usual[..^12], .. SamplePictures.Chunk("teSt", new byte[(int)LaterHashes.LargeBytes]), .. usual[^12..]];
        Assert.True(wide.Length < LaterHashes.LargeBytes);

        var hash = Assert.NotNull(await HashAsync(rig, usual));
        Assert.Null(await HashAsync(rig, wide));
        Assert.Null(await HashAsync(rig, heavy));

        var later = await rig.Get<LaterHashes>().WorkOutAsync(default);
        Assert.Equal(2, later.Count);
        Assert.All(later, record => Assert.InRange(PictureHash.Distance(hash, record.PictureHash!.Value), 0, PictureHash.TwinDistance));
        Assert.Empty(await rig.Get<LaterHashes>().WorkOutAsync(default));
    }

    [Fact]
    public async Task What_Waits_For_The_Virus_Check_Is_Not_Decoded_Before_It()
    {
        await using var rig = await EvidenceRig.StartAsync(settings: ("Evidence:Clamd", "127.0.0.1:1"));
        using var post = new PostPictures(1, 1, 14).Draw(isPhone: true, isDark: false);

        Assert.Null(await HashAsync(rig, post.Bytes(SKEncodedImageFormat.Png, 100)));
    }

    private static async Task<ulong?> HashAsync(EvidenceRig rig, byte[] picture)
    {
        var sent = await rig.SealAsync(EvidenceRig.Attached(rig.Server.Serve($"/{Guid.NewGuid()}", picture)));
        return (await rig.Get<EvidenceRecords>().FindAsync(CaseBuilder.Practice, sent.Id, default))!.PictureHash;
    }
}
