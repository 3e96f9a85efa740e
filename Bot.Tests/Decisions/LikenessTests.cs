using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Custody;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using SkiaSharp;

namespace Rowcroft.TeamsBot.Tests.Decisions;

/// <summary>Pictures that are too large to be compared while their sender waits are compared afterwards.</summary>
public sealed class LikenessTests
{
    private const string Alike = "(very similar picture)";

    [Fact]
    public async Task The_Managers_Card_Is_Drawn_Again_When_A_Large_Picture_Turns_Out_To_Show_The_Post_Of_Another_Case()
    {
        await using var rig = await CustodyRig.StartAsync();
        var first = await OpenAsync(rig, Post(1), isHashed: true);
        var second = await OpenAsync(rig, Large(1), isHashed: false);
        await rig.DeliverAsync();
        Assert.DoesNotContain(rig.Teams.Messages, said => Words(said).Contains(Alike, StringComparison.Ordinal));
        Assert.Null(await HashAsync(rig, second));

        await rig.Get<LikenessPass>().RunAsync(default);
        Assert.NotNull(await HashAsync(rig, second));
        var before = rig.Teams.Messages.Count;
        await rig.DeliverAsync();
        var drawn = rig.Teams.Messages.Skip(before).ToList();
        Assert.Equal(2, drawn.Count); // the manager's and the deputy's
        Assert.All(drawn, said => Assert.Contains($"This may be the same post as **{first.Reference}** {Alike}.", Words(said), StringComparison.Ordinal));
        Assert.All(drawn, said => Assert.Contains($"Case {second.Reference}", Words(said), StringComparison.Ordinal));

        await rig.Get<LikenessPass>().RunAsync(default);
        await rig.DeliverAsync();
        Assert.Equal(before + 2, rig.Teams.Messages.Count);
    }

    [Fact]
    public async Task Of_A_Report_That_Was_Put_Together_With_Another_The_Card_Of_That_One_Is_Drawn_Again()
    {
        await using var rig = await CustodyRig.StartAsync();
        var first = await OpenAsync(rig, Post(1), isHashed: true);
        var main = await OpenAsync(rig, Post(2), isHashed: true);
        var merged = await OpenAsync(rig, Large(1), isHashed: false);
        main = await rig.ApplyAsync(main, current => current.Merge(merged, CaseBuilder.Mona, rig.Time.GetUtcNow()));
        await rig.DeliverAsync();
        var before = rig.Teams.Messages.Count;

        await rig.Get<LikenessPass>().RunAsync(default);
        await rig.DeliverAsync();

        var drawn = rig.Teams.Messages.Skip(before).ToList();
        Assert.Equal(2, drawn.Count);
        Assert.All(drawn, said => Assert.Contains($"Case {main.Reference}", Words(said), StringComparison.Ordinal));
        Assert.All(drawn, said => Assert.Contains($"**{first.Reference}** {Alike}", Words(said), StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_It_Is_Like_No_Other_Nobodys_Card_Changes()
    {
        await using var rig = await CustodyRig.StartAsync();
        await OpenAsync(rig, Post(1), isHashed: true);
        var second = await OpenAsync(rig, Large(2), isHashed: false);
        await rig.DeliverAsync();
        var before = rig.Teams.Messages.Count;

        await rig.Get<LikenessPass>().RunAsync(default);
        await rig.DeliverAsync();

        Assert.NotNull(await HashAsync(rig, second));
        Assert.Equal(before, rig.Teams.Messages.Count);
    }

    [Fact]
    public async Task Of_A_Report_That_Is_Not_Sent_Yet_The_Hash_Is_There_When_It_Is()
    {
        await using var rig = await CustodyRig.StartAsync();
        var first = await OpenAsync(rig, Post(1), isHashed: true);
        var draft = new CaseId(Guid.NewGuid());
        var file = await SealAsync(rig, draft, Large(1), isHashed: false);
        await rig.Get<LikenessPass>().RunAsync(default);
        await rig.Get<CaseRecorder>().OpenAsync(Report(draft, file), now => now.AddDays(3), default);
        await rig.DeliverAsync();

        Assert.Equal(2, rig.Teams.Messages.Count(said => Words(said).Contains($"**{first.Reference}** {Alike}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_Cannot_Be_Read_Is_Tried_Once_And_Not_Every_Minute()
    {
        await using var rig = await CustodyRig.StartAsync();
        var @case = await OpenAsync(rig, Large(1), isHashed: false);
        await rig.FlipByteAsync(@case.Evidence[0]);

        await rig.Get<LikenessPass>().RunAsync(default);
        await rig.Get<LikenessPass>().RunAsync(default);

        Assert.Null(await HashAsync(rig, @case));
        Assert.Single(rig.Logs.Lines, line => line.Contains("was not shown: Changed", StringComparison.Ordinal));
    }

    private static string Words(FakeTeams.Said said) =>
        said.Activity.Attachments is [{ Content: AdaptiveCards.AdaptiveCard card }] ? DecisionRig.Answer.WordsOf(CardJson.Of(card)) : "";

    private static async Task<ulong?> HashAsync(CustodyRig rig, Case @case) =>
        (await rig.Get<EvidenceRecords>().FindAsync(@case.Practice, @case.Evidence[0].Id, default))!.PictureHash;

    private static async Task<Case> OpenAsync(CustodyRig rig, SKBitmap picture, bool isHashed)
    {
        var draft = new CaseId(Guid.NewGuid());
        var file = await SealAsync(rig, draft, picture, isHashed);
        return (await rig.Get<CaseRecorder>().OpenAsync(Report(draft, file), now => now.AddDays(3), default)).Case;
    }

    private static CaseReport Report(CaseId draft, SealedEvidence file) =>
        new CaseBuilder().WithId(draft).WithEvidence(file).With(facts => facts with { Link = null }).Report();

    private static async Task<SealedEvidence> SealAsync(CustodyRig rig, CaseId draft, SKBitmap picture, bool isHashed)
    {
        using var content = new MemoryStream(picture.Bytes(SKEncodedImageFormat.Png, 100));
        await using var pending = await rig.Get<EvidenceVault>().BeginAsync(default);
        await content.CopyToAsync(pending.Destination);
        var finished = await pending.FinishAsync(default);
        var file = new SealedEvidence(pending.Id, "post.png", "image/png", finished.Size, finished.Sha256, rig.Time.GetUtcNow())
        {
            Picture = new PictureFacts(picture.Width, picture.Height, 1, false),
        };
        var record = new EvidenceRecord(file, CaseBuilder.Practice, draft, CaseBuilder.Ann.Id, EvidenceState.Kept, EvidenceVault.Unsealed)
        {
            PictureHash = isHashed ? await rig.Get<PictureHash>().OfAsync(content, default) : null,
        };
        picture.Dispose();
        return (await rig.Get<EvidenceVault>().KeepAsync(pending, record, default)).Evidence;
    }

    private static SKBitmap Post(int number) => new PostPictures(number, number, 14).Draw(isPhone: true, isDark: false);

    /// <summary>The same post with more than twelve million pixels.</summary>
    private static SKBitmap Large(int number)
    {
        using var post = Post(number);
        var large = post.Resize(new SKSizeI(post.Width * 21 / 10, post.Height * 21 / 10), new SKSamplingOptions(SKFilterMode.Linear));
        Assert.True((long)large.Width * large.Height > LaterHashes.LargePixels);
        return large;
    }
}
