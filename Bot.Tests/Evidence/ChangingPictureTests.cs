using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>One link, and other bytes behind it each time: what is sealed is what one download gave, from its first byte to its last.</summary>
public sealed class ChangingPictureTests
{
    private static readonly byte[] First = SamplePictures.PngOf(400_000);
    private static readonly byte[] Second = [.. SamplePictures.PngOf(150_000)[..^12], .. SamplePictures.Chunk("tEXt", [1, 2, 3]), .. First[^12..]];

    public static TheoryData<string> Failures => new() { "breaks off", "403", "500" };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task After_A_Failed_Attempt_Only_The_Bytes_Of_The_Next_One_Count(string failure)
    {
        await using var rig = await StartAsync();
        RequestDelegate attempt = failure == "breaks off" ? BreakOffAsync : RefuseAsync(int.Parse(failure, CultureInfo.InvariantCulture));

        var evidence = await rig.SealAsync(Attached(rig.Server.Answer("/1", attempt, PictureServer.Picture(Second)), "post.png"));

        Assert.Equal(2, rig.Server.Requests.Count);
        await AssertIsAsync(rig, Second, evidence);
        Assert.Single(rig.Files);
    }

    [Fact]
    public async Task The_Same_Link_In_Two_Messages_With_Other_Bytes_Is_Two_Screenshots()
    {
        await using var rig = await StartAsync();
        var link = Attached(rig.Server.Answer("/1", PictureServer.Picture(First), PictureServer.Picture(Second)), "post.png");

        var one = await rig.SealAsync(link);
        var two = await rig.SealAsync(link);

        Assert.Equal([one, two], await rig.RecordsAsync());
        await AssertIsAsync(rig, First, one);
        await AssertIsAsync(rig, Second, two);
        Assert.Equal(2, rig.Files.Count());
    }

    private static async Task AssertIsAsync(EvidenceRig rig, byte[] bytes, SealedEvidence evidence)
    {
        Assert.Equal((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (evidence.Size, evidence.Sha256));
        await using var stream = (await rig.Vault.OpenAsync(CaseBuilder.Practice, evidence.Id, default))!;
        using var plain = new MemoryStream();
        await stream.CopyToAsync(plain);
        Assert.Equal(bytes, plain.ToArray());

        // Nor is anything else left in the file that is kept.
        var address = (await rig.Get<EvidenceRecords>().FindAsync(CaseBuilder.Practice, evidence.Id, default))!.Seal.Address;
        var file = await File.ReadAllBytesAsync(Assert.Single(rig.Files, file => Path.GetFileName(file) == address));
        Assert.Equal(address, Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.InRange(file.Length, bytes.Length, bytes.Length + 1_000);
    }

    private static async Task BreakOffAsync(HttpContext context)
    {
        context.Response.ContentLength = First.Length;
        await context.Response.Body.WriteAsync(First.AsMemory(0, 300_000));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static RequestDelegate RefuseAsync(int status) => async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.Body.WriteAsync(First);
    };
}
