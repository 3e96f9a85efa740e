using System.Text.RegularExpressions;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Viewing;

/// <summary>Who looked at, took or covered what is in the case's chain, with person and time.</summary>
public sealed partial class CustodyEventsTests : IAsyncLifetime
{
    private readonly EvidencePractice _practice = new();

    public Task InitializeAsync() => _practice.InitializeAsync();

    public Task DisposeAsync() => _practice.DisposeAsync();

    [Fact]
    public async Task Opening_The_Page_Shows_Blurred_Previews_Alone_And_Writes_Nothing()
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        var before = await _practice.EventsAsync<CaseEvent>(_practice.First);
        var page = await manager.GetAsync(EvidencePractice.Page);
        Assert.Equal(200, page.Status);
        Assert.Equal(
            _practice.Pictures.Select(picture => EvidencePractice.Of(EvidencePractice.Page, picture, "preview")),
            Loaded().Matches(page.Text).Select(image => image.Groups[1].Value));
        var redact = await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "redact"));
        Assert.Equal(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "preview"), Assert.Single(Loaded().Matches(redact.Text)).Groups[1].Value);
        foreach (var picture in _practice.Pictures)
        {
            var preview = await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, picture, "preview"));
            Assert.Equal((200, "image/png", "no-store"), (preview.Status, preview.Header("Content-Type"), preview.Header("Cache-Control")));
            using var pixels = DrawnPictures.Decode(preview.Body);
            Assert.InRange(Math.Max(pixels.Width, pixels.Height), 1, 16);
        }

        Assert.Equal(before.Count, (await _practice.EventsAsync<CaseEvent>(_practice.First)).Count);
    }

    [Fact]
    public async Task Each_Look_Is_Written_Down_Once_A_Minute_For_Each_Person_And_Picture()
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        using var deputy = await _practice.SignInAsync(Cast.Deputy);
        var (first, second) = (_practice.Pictures[0], _practice.Pictures[1]);
        await LookAsync(manager, first);
        await LookAsync(manager, first);
        await LookAsync(deputy, first);
        await LookAsync(manager, second);
        _practice.Practice.Clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(manager, first);

        var looks = await _practice.EventsAsync<EvidenceViewed>(_practice.First);
        var (morgan, sam) = (EvidencePractice.IdOf(Cast.Manager), EvidencePractice.IdOf(Cast.Deputy));
        Assert.Equal(
            [(morgan, first.Id, first.Sha256), (sam, first.Id, first.Sha256), (morgan, second.Id, second.Sha256), (morgan, first.Id, first.Sha256)],
            looks.Select(look => (look.Actor, look.Evidence, look.Sha256)));
        Assert.All(looks, look => Assert.InRange(look.At, CaseBuilder.Wednesday, CaseBuilder.Wednesday.AddMinutes(10)));
        await AssertChainAsync();
    }

    [Fact]
    public async Task Without_Script_One_Picture_Is_Uncovered_By_A_Press_And_A_Link_Uncovers_None()
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        await manager.GetAsync(EvidencePractice.Page);
        var address = EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[1], "picture");
        var page = await manager.PostAsync(EvidencePractice.Page, ("show", _practice.Pictures[1].Id.ToString()));
        Assert.Contains($"src=\"{address}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"src=\"{EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "picture")}\"", page.Text, StringComparison.Ordinal);
        Assert.All(
            Loaded().Matches((await manager.GetAsync($"{EvidencePractice.Page}?show={_practice.Pictures[1].Id}")).Text),
            image => Assert.EndsWith("/preview", image.Groups[1].Value, StringComparison.Ordinal));

        manager.Headers["Sec-Fetch-Dest"] = "document";
        foreach (var alone in (string[])[address, EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[1], "preview")])
        {
            var opened = await manager.GetAsync(alone);
            Assert.Equal((303, 0), (opened.Status, opened.Body.Length));
        }

        Assert.Empty(await _practice.EventsAsync<EvidenceViewed>(_practice.First));
    }

    [Fact]
    public async Task What_Is_Shown_Is_Drawn_Anew_And_The_Original_Comes_Only_As_A_Download_That_Is_Written_Down()
    {
        using var reporter = await _practice.SignInAsync(Cast.Receptionist);
        await reporter.GetAsync(EvidencePractice.Page);
        var original = SamplePictures.Png(1);
        var shown = await LookAsync(reporter, _practice.Pictures[0]);
        Assert.NotEqual(original, shown.Body);
        Assert.StartsWith("image/", shown.Header("Content-Type"), StringComparison.Ordinal);
        Assert.DoesNotContain("Comment", shown.Text, StringComparison.Ordinal);

        var file = await reporter.PostAsync(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "file"));
        Assert.Equal(original, file.Body);
        Assert.Equal(("image/png", "nosniff", "no-store"), (file.Header("Content-Type"), file.Header("X-Content-Type-Options"), file.Header("Cache-Control")));
        Assert.StartsWith("attachment; filename=\"RMC-2026-0001 post.png\"", file.Header("Content-Disposition"), StringComparison.Ordinal);
        var taken = Assert.Single(await _practice.EventsAsync<EvidenceDownloaded>(_practice.First));
        Assert.Equal((EvidencePractice.IdOf(Cast.Receptionist), _practice.Pictures[0].Id, _practice.Pictures[0].Sha256), (taken.Actor, taken.Evidence, taken.Sha256));
        await AssertChainAsync();
    }

    [Fact]
    public async Task A_Redacted_Copy_Is_Sealed_Beside_Its_Original_And_Names_Its_Hash()
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        await manager.GetAsync(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "redact"));
        var saved = await manager.PostAsync(EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "redact"), ("box", "0,0,1,1"));
        Assert.Equal((303, $"{EvidencePractice.Page}?copy=1#e-{_practice.Pictures[0].Id}"), (saved.Status, saved.Header("Location")));

        var made = Assert.Single(await _practice.EventsAsync<EvidenceRedacted>(_practice.First));
        Assert.Equal(
            (EvidencePractice.IdOf(Cast.Manager), _practice.Pictures[0].Id, _practice.Pictures[0].Sha256),
            (made.Actor, made.Of, made.OfSha256));
        Assert.Equal(("post, redacted 1.png", "image/png"), (made.Copy.Name, made.Copy.ContentType));
        var page = (await manager.GetAsync(EvidencePractice.Page + "?copy=1")).Text;
        Assert.Contains("The redacted copy is saved.", page, StringComparison.Ordinal);
        Assert.Contains(made.Copy.Sha256, page, StringComparison.Ordinal);
        Assert.Contains(_practice.Pictures[0].Sha256, page, StringComparison.Ordinal);
        Assert.Equal(200, (await LookAsync(manager, made.Copy)).Status);

        // It was made for those who decide.
        using var reporter = await _practice.SignInAsync(Cast.Receptionist);
        Assert.DoesNotContain(made.Copy.Sha256, (await reporter.GetAsync(EvidencePractice.Page)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await LookAsync(reporter, made.Copy)).Status);
        await AssertChainAsync();
    }

    [Fact]
    public async Task A_Second_Redacted_Copy_Has_A_Name_Of_Its_Own_And_The_Very_Same_Copy_Is_Kept_Once()
    {
        var nurse = _practice.Practice.Nurse;
        await nurse.ReportAsync(null, nurse.Attach("seen.png", DrawnPictures.Png()));
        var third = (await _practice.Practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, 3), default))!;
        using var manager = await _practice.SignInAsync(Cast.Manager);
        var redact = EvidencePractice.Of("/cases/RMC-2026-0003/evidence", third.Evidence[0], "redact");
        await manager.GetAsync(redact);
        foreach (var box in (string[])["0,0,10,10", "10,10,10,10", "10,10,10,10"])
        {
            Assert.Equal(303, (await manager.PostAsync(redact, ("box", box))).Status);
        }

        Assert.Equal(
            ["seen, redacted 1.png", "seen, redacted 2.png"],
            (await _practice.EventsAsync<EvidenceRedacted>(third)).Select(made => made.Copy.Name));
        Assert.Equal(3, (await _practice.Practice.Get<EvidenceRecords>().ListForCaseAsync(CaseBuilder.Practice, third.Id, default)).Count);
    }

    [Theory]
    [InlineData()]
    [InlineData("")]
    [InlineData("0,0,0,1")]
    [InlineData("1,0,1,1")] // beside the picture
    [InlineData("-1,0,1,1")]
    [InlineData("0,0,1,1", "nonsense")]
    [InlineData("0,0,999999,1")]
    public async Task Without_Boxes_That_Are_On_The_Picture_Nothing_Is_Saved(params string[] boxes)
    {
        using var manager = await _practice.SignInAsync(Cast.Manager);
        var address = EvidencePractice.Of(EvidencePractice.Page, _practice.Pictures[0], "redact");
        await manager.GetAsync(address);
        var answer = await manager.PostAsync(address, [.. boxes.Select(box => ("box", box))]);
        Assert.Equal(400, answer.Status);
        Assert.Contains("Nothing was saved", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await _practice.EventsAsync<EvidenceRedacted>(_practice.First));
    }

    private static Task<WebAnswer> LookAsync(WebVisitor visitor, SealedEvidence picture) =>
        visitor.GetAsync(EvidencePractice.Of(EvidencePractice.Page, picture, "picture"));

    /// <summary>What a browser fetches by itself.</summary>
    [GeneratedRegex("<img[^>]*? src=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    private async Task AssertChainAsync() =>
        Assert.IsType<ChainVerdict.Intact>(await _practice.Practice.Get<CaseStore>().VerifyChainAsync(_practice.First.Id, default));
}
