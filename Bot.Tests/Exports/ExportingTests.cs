using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Exports.Verifying;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>From the request to the bundle.</summary>
public sealed class ExportingTests
{
    [SkippableTheory, BothDatabases]
    public async Task Two_People_Agree_And_The_One_Who_Asked_Downloads_Once_What_Verify_Finds_Whole(string provider)
    {
        await using var rig = await ExportRig.StartAsync(provider);
        var @case = await rig.OpenAsync(screenshots: 2);

        var waiting = await rig.RequestAsync(Mona, @case);
        Assert.Contains("The others who decide this case have been asked.", waiting.Words, StringComparison.Ordinal);
        var export = await rig.ExportAsync();
        Assert.Null(await rig.RenderAsync(ExportAnnouncer.Asking, export, Mona));
        var asked = CardJson.Of((await rig.RenderAsync(ExportAnnouncer.Asking, export, Dev))!.Activity.Attachments.Single().Content);
        Assert.Contains("They asked for them.", DecisionRig.Answer.WordsOf(asked), StringComparison.Ordinal);

        rig.Time.Advance(TimeSpan.FromHours(2));
        var agreed = await rig.PressAsync(Dev, asked, "Agree");
        Assert.Contains("The person who asked can download the bundle now.", agreed.Words, StringComparison.Ordinal);
        var ready = CardJson.Of((await rig.RenderAsync(ExportAnnouncer.Asked, export, Mona))!.Activity.Attachments.Single().Content);
        var token = ExportRig.TokenIn(await rig.PressAsync(Mona, ready, "Make the link"));
        var (status, bundle, headers) = await rig.DownloadAsync(token);

        Assert.Equal(200, status);
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("attachment; filename=\"RMC-2026-0001-evidence.zip\"", headers.ContentDisposition);
        Assert.Equal(bundle.Length, headers.ContentLength);
        Assert.Equal(SamplePictures.Png(2), ZipReading.Entries(bundle)["evidence/screenshot-02.png"]);
        await IsWholeAsync(bundle);
        Assert.Equal(404, (await rig.DownloadAsync(token)).Status);
        await IsWrittenDownAsync(rig, @case, bundle);
    }

    [SkippableTheory, BothDatabases]
    public async Task A_Link_That_Is_Opened_Many_Times_At_Once_Hands_Out_One_Bundle(string provider)
    {
        await using var rig = await ExportRig.StartAsync(provider);
        var @case = await rig.OpenAsync();
        var token = await rig.LinkAsync(await rig.AgreedAsync(@case));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rig.DownloadAsync(token))));

        Assert.Equal([200, 404, 404, 404, 404, 404, 404, 404], answers.Select(answer => answer.Status).Order());
        Assert.Single((await rig.EventsAsync(@case)).OfType<EvidenceExported>());
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Two_Answers_At_Once_One_Counts(string provider)
    {
        await using var rig = await ExportRig.StartAsync(provider);
        var @case = await rig.OpenAsync();
        await rig.RequestAsync(Mona, @case);
        var export = await rig.ExportAsync();

        await Task.WhenAll(
            Task.Run(() => rig.PressAsync(Dev, ExportVerbs.Confirm, export)),
            Task.Run(() => rig.PressAsync(Dev, ExportVerbs.Decline, export)));

        Assert.Single(await rig.EventsAsync(@case), one => one is ExportConfirmed or ExportDeclined);
        Assert.IsType<ChainVerdict.Intact>(await rig.Get<CaseStore>().VerifyChainAsync(@case.Id, default));
    }

    [Fact]
    public async Task The_Same_Press_Delivered_Twice_Is_One_Request()
    {
        await using var rig = await ExportRig.StartAsync();
        var card = await rig.AskCardAsync(Mona, await rig.OpenAsync());
        (string, string)[] filled = [(ExportFields.Audience, "Practice"), (ExportFields.Copies, "Redacted")];

        var first = await rig.PressAsync(Mona, card, "Request", filled);
        var second = await rig.PressAsync(Mona, card, "Request", filled);

        Assert.True(JToken.DeepEquals(first.Redrawn, second.Redrawn));
        Assert.Equal(ExportState.Asked, (await rig.ExportAsync()).State);
        Assert.Single(await rig.OwedAsync(), row => row.Kind == ExportAnnouncer.Asking);
    }

    [Fact]
    public async Task Outsiders_Get_Redacted_Copies_And_The_Original_Stays()
    {
        await using var rig = await ExportRig.StartAsync();
        var @case = await rig.OpenAsync();
        await rig.RedactAsync(@case, 0);
        var newest = await rig.RedactAsync(@case, 0);
        await rig.RequestAsync(Mona, @case, ExportAudience.Platform, ExportCopies.Redacted, reason: "");
        var export = await rig.ExportAsync();
        await rig.RedactAsync(@case, 0); // made after the request: nobody has agreed to it
        await rig.PressAsync(Dev, ExportVerbs.Confirm, export);

        var (_, bundle, _) = await rig.DownloadAsync(await rig.LinkAsync(export));

        var file = Assert.Single(ZipReading.Entries(bundle), entry => entry.Key.StartsWith("evidence/", StringComparison.Ordinal));
        Assert.Equal("evidence/screenshot-01-redacted.png", file.Key);
        Assert.Equal(newest.Sha256, BundleSamples.Hash(file.Value));
        Assert.True(bundle.AsSpan().IndexOf(SamplePictures.Png(1)) < 0);
        await IsWholeAsync(bundle);
    }

    [Fact]
    public async Task The_Second_Bundle_Of_The_Same_Case_Is_The_First()
    {
        await using var rig = await ExportRig.StartAsync();
        var @case = await rig.OpenAsync();
        var export = await rig.AgreedAsync(@case);
        var (_, first, _) = await rig.DownloadAsync(await rig.LinkAsync(export));
        rig.Time.Advance(TimeSpan.FromHours(3));
        var (_, again, _) = await rig.DownloadAsync(await rig.LinkAsync(export));
        await rig.RequestAsync(Dev, @case, reason: "Another officer asked.");
        var second = ExportId.Parse((await rig.OwedAsync()).Last(row => row.Kind == ExportAnnouncer.Asking).Detail)!.Value;
        var found = (await rig.Get<ExportLedger>().FindAsync(Practice, second, default))!;
        await rig.PressAsync(Mona, ExportVerbs.Confirm, found);
        var token = ExportRig.TokenIn(await rig.PressAsync(Dev, ExportVerbs.Link, found));

        Assert.Equal(first, again);
        Assert.Equal(first, (await rig.DownloadAsync(token)).Body);
    }

    private static async Task IsWholeAsync(byte[] bundle)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("bundle.zip"), bundle);
        using var errors = new StringWriter();
        Assert.Equal(0, await VerifyBundle.RunAsync(folder.File("bundle.zip"), TextWriter.Null, errors, default));
        Assert.Equal("", errors.ToString());
    }

    private static async Task IsWrittenDownAsync(ExportRig rig, Case @case, byte[] bundle)
    {
        var events = await rig.EventsAsync(@case);
        Assert.Equal(
            [typeof(CaseReported), typeof(ExportRequested), typeof(ExportConfirmed), typeof(EvidenceExported)], events.Select(one => one.GetType()));
        var exported = (EvidenceExported)events[^1];
        Assert.Equal((Mona.Id, ExportAudience.Police, ExportCopies.Originals, "They asked for them."), (exported.Actor, exported.Audience, exported.Copies, exported.Reason));
        Assert.Equal(BundleSamples.Hash(bundle), exported.Sha256);
        Assert.Equal(@case.Evidence.Select(one => new ExportedFile(one.Id, one.Sha256)), exported.Files);
        Assert.Equal(new ChainVerdict.Intact(4), await rig.Get<CaseStore>().VerifyChainAsync(@case.Id, default));
        Assert.Equal(1, (await rig.FindAsync(@case))!.Version);
        Assert.Contains(exported.Sha256, DecisionRig.Answer.WordsOf(CardJson.Of(
            (await rig.RenderAsync(ExportAnnouncer.Asked, await rig.ExportAsync(), Mona))!.Activity.Attachments.Single().Content)), StringComparison.Ordinal);
    }
}
