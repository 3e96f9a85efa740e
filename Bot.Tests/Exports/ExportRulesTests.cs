using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>What needs a reason, how long things last, and what makes a request void.</summary>
public sealed class ExportRulesTests : IAsyncLifetime
{
    private ExportRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ExportRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(nameof(ExportAudience.Police), nameof(ExportCopies.Redacted), false, true)]
    [InlineData(nameof(ExportAudience.Police), nameof(ExportCopies.Redacted), true, false)]
    [InlineData(nameof(ExportAudience.Adviser), nameof(ExportCopies.Originals), true, true)]
    [InlineData(nameof(ExportAudience.Platform), nameof(ExportCopies.Originals), false, true)]
    [InlineData(nameof(ExportAudience.Practice), nameof(ExportCopies.Originals), false, false)]
    [InlineData(nameof(ExportAudience.Practice), nameof(ExportCopies.Redacted), false, false)]
    public async Task An_Original_Leaves_The_Practice_Only_With_A_Reason(string audience, string copies, bool redacted, bool needsReason)
    {
        var @case = await _rig.OpenAsync();
        if (redacted)
        {
            await _rig.RedactAsync(@case, 0);
        }

        var (to, which) = (Enum.Parse<ExportAudience>(audience), Enum.Parse<ExportCopies>(copies));
        var without = await _rig.RequestAsync(Mona, @case, to, which, reason: "  ");

        Assert.Equal(needsReason, without.Words.Contains(AskForExport.ReasonMissing, StringComparison.Ordinal));
        Assert.Equal(needsReason, !(await _rig.EventsAsync(@case)).Any(one => one is ExportRequested));
        if (needsReason)
        {
            Assert.True(without.Offers("Request"));
            await _rig.RequestAsync(Mona, @case, to, which, reason: "The officer asked for it.");
            Assert.Equal("The officer asked for it.", (await _rig.ExportAsync()).Reason);
        }
    }

    [Fact]
    public async Task The_Card_Names_The_Files_Without_A_Redacted_Copy_Before_Anything_Is_Asked()
    {
        var @case = await _rig.OpenAsync(screenshots: 2);
        await _rig.RedactAsync(@case, 1);

        var words = DecisionRig.Answer.WordsOf(await _rig.AskCardAsync(Mona, @case));

        Assert.Contains("post-1.png", words, StringComparison.Ordinal);
        Assert.DoesNotContain("post-2.png", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Was_Typed_Stays_When_Something_Is_Missing()
    {
        var answer = await _rig.PressAsync(Mona, await _rig.AskCardAsync(Mona, await _rig.OpenAsync()), "Request", (ExportFields.Reason, "Because."));

        Assert.Contains(AskForExport.NothingChosen, answer.Words, StringComparison.Ordinal);
        Assert.Equal("Because.", answer.Typed(ExportFields.Reason));
        var tooLong = await _rig.PressAsync(Mona, answer.Redrawn, "Request", (ExportFields.Audience, "Police"), (ExportFields.Reason, new string('x', 5_000)));
        Assert.Contains(AskForExport.ReasonTooLong, tooLong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_Seven_Days_Nobody_Can_Agree_Any_More()
    {
        await _rig.RequestAsync(Mona, await _rig.OpenAsync());
        _rig.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        var late = await _rig.PressAsync(Dev, ExportVerbs.Confirm, await _rig.ExportAsync());

        Assert.Contains("Nobody agreed within seven days", late.Words, StringComparison.Ordinal);
        Assert.Equal(ExportState.Asked, (await _rig.ExportAsync()).State);
    }

    [Fact]
    public async Task A_Day_After_It_Was_Agreed_No_Link_Is_Made_Any_More()
    {
        var export = await _rig.AgreedAsync(await _rig.OpenAsync());
        _rig.Time.Advance(TimeSpan.FromHours(24));
        Assert.True((await _rig.PressAsync(Mona, ExportVerbs.Link, export)).Offers("Download the bundle"));
        _rig.Time.Advance(TimeSpan.FromSeconds(1));

        var late = await _rig.PressAsync(Mona, ExportVerbs.Link, export);

        Assert.Contains("The time for downloading is over.", late.Words, StringComparison.Ordinal);
        Assert.False(late.Offers("Download the bundle"));
    }

    [Fact]
    public async Task What_Was_Not_Agreed_To_Is_Not_Handed_Over()
    {
        await _rig.RequestAsync(Mona, await _rig.OpenAsync());
        var export = await _rig.ExportAsync();

        await _rig.PressAsync(Dev, ExportVerbs.Decline, export);
        var pressed = await _rig.PressAsync(Mona, ExportVerbs.Link, export);

        Assert.Contains("The evidence is not handed over.", pressed.Words, StringComparison.Ordinal);
        Assert.Null((await _rig.ExportAsync()).LinkHash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_Case_That_Changes_Makes_The_Request_Void_At_Every_Step(int step)
    {
        var @case = await _rig.OpenAsync();
        await _rig.RequestAsync(Mona, @case);
        var export = await _rig.ExportAsync();
        var token = "";
        if (step > 0)
        {
            await _rig.PressAsync(Dev, ExportVerbs.Confirm, export);
        }

        if (step > 1)
        {
            token = await _rig.LinkAsync(export);
        }

        await _rig.ChangeAsync(@case);

        Assert.Contains("the request is void", (await _rig.PressAsync(Dev, ExportVerbs.Confirm, export)).Words, StringComparison.Ordinal);
        Assert.Contains("the request is void", (await _rig.PressAsync(Mona, ExportVerbs.Link, export)).Words, StringComparison.Ordinal);
        Assert.Equal(404, (await _rig.DownloadAsync(token)).Status);
        Assert.Equal(step > 0, (await _rig.EventsAsync(@case)).Any(one => one is ExportConfirmed));
        Assert.Contains(await _rig.OwedAsync(), row => row is { Kind: ExportAnnouncer.Asking, Recipient: OutboxRecipient.EarlierCopies, Detail: null });
    }

    [Fact]
    public async Task A_Case_That_Changes_While_Somebody_Agrees_Was_First()
    {
        var @case = await _rig.OpenAsync();
        await _rig.RequestAsync(Mona, @case);
        var export = await _rig.ExportAsync();
        await _rig.ChangeAsync(@case);

        Assert.False(await _rig.Get<ExportLedger>().AnswerAsync(export, Dev.Id, agrees: true, default));
        Assert.Equal(ExportState.Asked, (await _rig.ExportAsync()).State);
    }

    [Fact]
    public async Task A_File_That_Cannot_Be_Read_Leaves_The_Link_As_It_Was()
    {
        var @case = await _rig.OpenAsync();
        var token = await _rig.LinkAsync(await _rig.AgreedAsync(@case));
        var store = _rig.Get<IEvidenceStore>();
        var address = (await _rig.Get<EvidenceRecords>().FindAsync(Practice, @case.Evidence[0].Id, default))!.Seal.Address;
        await store.DeleteAsync(address, default);

        var (status, body, _) = await _rig.DownloadAsync(token);

        Assert.Equal((503, BundleDownload.Unreadable), (status, System.Text.Encoding.UTF8.GetString(body)));
        Assert.NotNull((await _rig.ExportAsync()).LinkHash);
        Assert.DoesNotContain(await _rig.EventsAsync(@case), one => one is EvidenceExported);
    }

    [Fact]
    public async Task What_Was_Deleted_Or_Waits_For_Its_Check_Is_Named_And_Not_Handed_Over()
    {
        var @case = await _rig.OpenAsync(screenshots: 3);
        await _rig.Get<EvidenceVault>().PurgeAsync(Practice, @case.Evidence[0].Id, default);
        await using (var db = await _rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync())
        {
            await db.Evidence.Where(row => row.Id == @case.Evidence[1].Id)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, EvidenceState.Quarantined));
        }

        var (_, bundle, _) = await _rig.DownloadAsync(await _rig.LinkAsync(await _rig.AgreedAsync(@case)));

        Assert.Equal(["evidence/screenshot-03.png"], ZipReading.Entries(bundle).Keys.Where(name => name.StartsWith("evidence/", StringComparison.Ordinal)));
        var manifest = ZipReading.Text(bundle, "manifest.json");
        Assert.Contains(@case.Evidence[0].Sha256, manifest, StringComparison.Ordinal);
        Assert.Contains(BundleSource.Purged, manifest, StringComparison.Ordinal);
        Assert.Contains(BundleSource.InQuarantine, manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redraw_Of_One_Request_Leaves_The_Cards_Of_Another_Alone()
    {
        var @case = await _rig.OpenAsync();
        await _rig.RequestAsync(Mona, @case);
        var export = await _rig.ExportAsync();
        await _rig.AskCardAsync(Dev, @case); // a card of another request that was never made
        await _rig.PressAsync(Dev, ExportVerbs.Confirm, export);
        var redraw = (await _rig.OwedAsync()).Single(row => row is { Kind: ExportAnnouncer.Asked, Recipient: OutboxRecipient.EarlierCopies });

        redraw.LeasedBy = Guid.NewGuid();
        await using (var db = await _rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync())
        {
            await db.Outbox.Where(row => row.Id == redraw.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.LeasedBy, redraw.LeasedBy));
        }

        Assert.True(await _rig.Get<RoleExpansion>().ExpandAsync(redraw, default));

        var children = (await _rig.OwedAsync()).Where(row => row.ExpandedFrom == redraw.Id);
        Assert.Equal([(Mona.Id, export.Id.ToString())], children.Select(row => (row.Person!.Value, row.Detail!)));
    }
}
