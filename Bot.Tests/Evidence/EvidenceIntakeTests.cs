using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class EvidenceIntakeTests
{
    [Fact]
    public async Task A_Pasted_Picture_Is_Sealed_And_Recorded()
    {
        await using var rig = await StartAsync();
        var png = SamplePictures.Png();

        var evidence = await rig.SealAsync(Pasted(rig.Server.Serve("/1", png)));

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(png));
        Assert.Equal(
            ("Screenshot 1.png", "image/png", (long)png.Length, sha256, rig.Time.GetUtcNow()),
            (evidence.Name, evidence.ContentType, evidence.Size, evidence.Sha256, evidence.ReceivedAt));
        Assert.Equal(evidence, Assert.Single(await rig.RecordsAsync()));
        Assert.False(evidence.IsInOneDrive);
        var file = Assert.Single(rig.Files);
        var address = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)));
        Assert.Equal(Path.Combine(rig.EvidencePath, address[..2], address[2..4], address), file);
        await using var kept = await rig.Vault.OpenAsync(CaseBuilder.Practice, evidence.Id, default);
        Assert.Equal(png, await BytesOf(kept!));
    }

    [Fact]
    public async Task An_Attached_Picture_Keeps_Its_Name_But_Its_Type_Comes_From_Its_Content()
    {
        await using var rig = await StartAsync();
        var evidence = await rig.SealAsync(Attached(rig.Server.Serve("/1", SamplePictures.Jpeg), @"..\..\Ann's post.png"));
        Assert.Equal(("Ann's post.png", "image/jpeg", true), (evidence.Name, evidence.ContentType, evidence.IsInOneDrive));
    }

    [Fact]
    public async Task When_The_Report_Is_Sent_While_A_Picture_Is_Fetched_Nothing_Of_The_Picture_Is_Left()
    {
        await using var rig = await StartAsync();

        var refused = await rig.RefuseAsync(Pasted(rig.Server.Serve("/1", async context =>
        {
            await using var db = await rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
            db.Cases.Add(CaseRow.From(new CaseBuilder().WithId(rig.Draft).WithoutEvidence().Build()));
            await db.SaveChangesAsync();
            await PictureServer.Picture(SamplePictures.Png())(context);
        })));

        Assert.Equal(EvidenceRefusal.ReportSent, refused.Reason);
        Assert.StartsWith("Your report was sent before we had this picture", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Is_Refused_Is_Named_And_The_Rest_Is_Kept_In_Order()
    {
        await using var rig = await StartAsync();

        var outcomes = await rig.SendAsync(
            Pasted(rig.Server.Serve("/1", SamplePictures.Png(1))),
            new Attachment("text/html", content: "<p>two pictures</p>"),
            Attached(rig.Server.Serve("/2", SamplePictures.WindowsProgram), "holiday.png"),
            new Attachment("video/mp4", rig.Server.Serve("/3", SamplePictures.Gif), name: "clip.mp4"),
            Pasted(rig.Server.Serve("/4", SamplePictures.WebP)));

        Assert.Collection(
            outcomes,
            one => Assert.Equal("Screenshot 1.png", ((EvidenceOutcome.Sealed)one).Evidence.Name),
            two => Assert.Equal(
                new EvidenceOutcome.Refused(
                    "holiday.png",
                    EvidenceRefusal.Program,
                    "This is a program, not a picture, whatever its name. If somebody sent it to you, please do not open it."),
                two),
            three => Assert.Equal(("clip.mp4", EvidenceRefusal.NotAPicture), Refusal(three)),
            four => Assert.Equal("Screenshot 4.webp", ((EvidenceOutcome.Sealed)four).Evidence.Name));
        Assert.Equal(2, (await rig.RecordsAsync()).Count);
        Assert.Equal(2, rig.Files.Count());
        Assert.DoesNotContain(rig.Server.Requests, request => request.Path == "/3");
    }

    [Fact]
    public async Task A_Message_That_Offers_Nothing_Has_No_Outcome()
    {
        await using var rig = await StartAsync();
        Assert.Empty(await rig.SendAsync());
        Assert.Empty(await rig.SendAsync(new Attachment("text/html", content: "<p>hello</p>")));
    }

    [Fact]
    public async Task The_Same_Picture_Twice_In_One_Draft_Is_One()
    {
        await using var rig = await StartAsync();
        var picture = Pasted(rig.Server.Serve("/1", SamplePictures.Png()));

        var outcomes = await rig.SendAsync(picture, picture);
        var first = Assert.IsType<EvidenceOutcome.Sealed>(outcomes[0]).Evidence;
        Assert.Equal(new EvidenceOutcome.AlreadyAdded(first), outcomes[1]);
        Assert.Equal(new EvidenceOutcome.AlreadyAdded(first), Assert.Single(await rig.SendAsync(picture)));
        Assert.Single(await rig.RecordsAsync());
        Assert.Single(rig.Files);
    }

    [Fact]
    public async Task A_Message_Delivered_Twice_At_Once_Adds_Nothing_The_Second_Time()
    {
        await using var rig = await StartAsync();
        Attachment[] message = [.. Enumerable.Range(0, 5).Select(number => Pasted(rig.Server.Serve($"/{number}", SamplePictures.Png(number))))];

        var both = await Task.WhenAll(rig.SendAsync(message), rig.SendAsync(message));

        Assert.Equal(5, both.SelectMany(outcomes => outcomes).Count(outcome => outcome is EvidenceOutcome.Sealed));
        Assert.Equal(5, both.SelectMany(outcomes => outcomes).Count(outcome => outcome is EvidenceOutcome.AlreadyAdded));
        Assert.Equal(5, (await rig.RecordsAsync()).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Screenshots_Stay_In_The_Order_Of_Their_Message_Whichever_Came_Faster(int refusedBetween)
    {
        await using var rig = await StartAsync();
        rig.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var second = new TaskCompletionSource();

        await rig.SendAsync([
            Attached(
                rig.Server.Serve("/slow", async page =>
                {
                    await second.Task;
                    await page.Response.Body.WriteAsync(SamplePictures.Png(1));
                }),
                "the-post.png"),
            .. Enumerable.Repeat(Attached("https://evil.example/", "refused.png"), refusedBetween),
            Attached(
                rig.Server.Serve("/fast", async page =>
                {
                    page.Response.OnCompleted(() => Task.Run(second.SetResult));
                    await page.Response.Body.WriteAsync(SamplePictures.Png(2));
                }),
                "a-profile.png"),
        ]);

        Assert.Equal(["the-post.png", "a-profile.png"], (await rig.RecordsAsync()).Select(record => record.Name));
    }

    [Fact]
    public async Task A_Clock_That_Jumps_Back_Does_Not_Change_The_Order()
    {
        await using var rig = await StartAsync();
        var first = await rig.SealAsync(Attached(rig.Server.Serve("/1", SamplePictures.Png(1)), "z.png"));
        rig.Time.AdjustTime(rig.Time.GetUtcNow().AddHours(-2));
        var second = await rig.SealAsync(Attached(rig.Server.Serve("/2", SamplePictures.Png(2)), "a.png"));

        Assert.True(second.ReceivedAt < first.ReceivedAt);
        Assert.Equal([first, second], await rig.RecordsAsync());
        var ofCase = await rig.Get<EvidenceRecords>().ListForCaseAsync(CaseBuilder.Practice, rig.Draft, default);
        Assert.Equal([first, second], ofCase.Select(record => record.Evidence));
    }

    [Theory]
    [InlineData("../../../etc/\u202Egnp.exe.png", "gnp.exe.png")]
    [InlineData(@"..\..\windows\post.png", "post.png")]
    [InlineData("/dev/null/..", "Screenshot 1.png")]
    [InlineData("holiday\u202Egpj.png", "holidaygpj.png")]
    [InlineData("\u2066po\u2069st\u200F\0.png", "post.png")]
    [InlineData("\u202E..\u202C", "Screenshot 1.png")]
    public async Task A_Name_With_Tricks_Is_Shown_Clean_And_Never_A_Path(string sent, string shown)
    {
        await using var rig = await StartAsync();

        var evidence = await rig.SealAsync(Attached(rig.Server.Serve("/1", SamplePictures.Png()), sent));
        var refused = Assert.Single(await rig.SendAsync(Attached(rig.Server.Serve("/2", SamplePictures.WindowsProgram), sent)));

        Assert.Equal(shown, evidence.Name);
        Assert.Equal(shown.Replace("1.png", "2", StringComparison.Ordinal), Refusal(refused).Name);
        Assert.Equal([evidence], await rig.RecordsAsync());
        Assert.Equal(rig.Files, rig.KeptFiles);
    }

    [Fact]
    public async Task The_Eleventh_Screenshot_Is_One_Too_Many()
    {
        await using var rig = await StartAsync();

        var outcomes = await rig.SendAsync([.. Enumerable.Range(1, 11).Select(number => Pasted(rig.Server.Serve($"/{number}", SamplePictures.Png(number))))]);

        Assert.All(outcomes.Take(10), outcome => Assert.IsType<EvidenceOutcome.Sealed>(outcome));
        var last = Assert.IsType<EvidenceOutcome.Refused>(outcomes[10]);
        Assert.Equal("This report already has 10 screenshots. You can tell the manager that there are more.", last.Sentence);
        Assert.Equal(("Screenshot 11", EvidenceRefusal.TooMany), Refusal(last));

        var later = Assert.Single(await rig.SendAsync(Pasted(rig.Server.Serve("/12", SamplePictures.Png(12)))));
        Assert.Equal(("Screenshot 11", EvidenceRefusal.TooMany), Refusal(later));
        Assert.Equal(10, rig.Files.Count());
        Assert.DoesNotContain(rig.Server.Requests, request => request.Path is "/11" or "/12");
    }

    [Fact]
    public async Task Two_Messages_At_Once_Cannot_Bring_More_Than_Ten()
    {
        await using var rig = await StartAsync();
        Attachment Picture(int number) => Pasted(rig.Server.Serve($"/{number}", SamplePictures.Png(number)));

        await Task.WhenAll(
            rig.SendAsync([.. Enumerable.Range(0, 8).Select(Picture)]),
            rig.SendAsync([.. Enumerable.Range(8, 8).Select(Picture)]));

        Assert.Equal(10, (await rig.RecordsAsync()).Count);
        Assert.Equal(10, rig.Files.Count());
    }

    [Fact]
    public async Task A_Draft_That_Is_Thrown_Away_Takes_Its_Bytes_With_It_And_Nobody_Elses()
    {
        await using var rig = await StartAsync();
        var shared = Pasted(rig.Server.Serve("/1", SamplePictures.Png(1)));
        var own = Pasted(rig.Server.Serve("/2", SamplePictures.Png(2)));
        var other = new CaseId(Guid.NewGuid());
        await rig.SendAsync(shared, own);
        var kept = Assert.IsType<EvidenceOutcome.Sealed>(Assert.Single(await rig.SendAsync(other, shared))).Evidence;
        Assert.Equal(3, rig.Files.Count()); // two drafts never share a file

        await rig.Intake.DiscardAsync(rig.Draft, default);

        Assert.Empty(await rig.RecordsAsync());
        Assert.Single(rig.Files);
        Assert.Equal(SealCheck.Intact, await rig.Vault.CheckAsync(CaseBuilder.Practice, kept.Id, default));

        await rig.Intake.DiscardAsync(other, default);
        Assert.Empty(rig.Files);
        await rig.Intake.DiscardAsync(other, default); // twice is no error
    }

    [Fact]
    public async Task Logs_Hold_Ids_Sizes_And_Reasons_But_Neither_Names_Nor_Addresses()
    {
        await using var rig = await StartAsync();
        var sealed1 = await rig.SealAsync(Attached(rig.Server.Serve("/sentinel-secret-link", SamplePictures.Png()), "Sentinel Patient.png"));
        await rig.SendAsync(
            Attached(rig.Server.Serve("/sentinel-secret-other", SamplePictures.WindowsProgram), "Sentinel Patient.exe"),
            Pasted("https://sentinel.example/secret"),
            Pasted(rig.Server.Serve("/sentinel-secret-broken", context =>
            {
                context.Abort();
                return Task.CompletedTask;
            })));
        await rig.Intake.DiscardAsync(rig.Draft, default);

        Assert.Contains(rig.Logs.Lines, line => line.Contains(sealed1.Id.ToString(), StringComparison.Ordinal) && line.Contains(" 2501 ", StringComparison.Ordinal));
        Assert.Contains(rig.Logs.Lines, line => line.Contains("refused: Program", StringComparison.Ordinal));
        Assert.Contains(rig.Logs.Lines, line => line.Contains("refused: ForeignAddress", StringComparison.Ordinal));
        Assert.Contains(rig.Logs.Lines, line => line.Contains("refused: Unreachable", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Logs.Lines, line => line.Contains("sentinel", StringComparison.OrdinalIgnoreCase) || line.Contains(rig.Server.Origin, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_Reason_Has_A_Sentence_Of_Its_Own()
    {
        var sentences = Enum.GetValues<EvidenceRefusal>().Select(reason => RefusalSentences.For(reason, new EvidenceOptions())).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.Contains("It is larger than 20 MB. Please crop it or send it in parts.", sentences);
        Assert.Contains("Teams did not let us fetch this picture; please attach it as a file.", sentences);
    }

    private static (string Name, EvidenceRefusal Reason) Refusal(EvidenceOutcome outcome)
    {
        var refused = Assert.IsType<EvidenceOutcome.Refused>(outcome);
        return (refused.Name, refused.Reason);
    }

    private static async Task<byte[]> BytesOf(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
