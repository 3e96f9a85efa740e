using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.DecisionRig;

namespace Rowcroft.TeamsBot.Tests.Decisions;

public sealed class TwinsTests
{
    private const string Merge = "Same post: put them together";
    private const string NotTheSame = "Not the same";
    private static readonly NamedPerson Bea = new(Sam.Id, Sam.Name);

    [Fact]
    public async Task A_Case_Whose_Link_Names_The_Same_Post_Is_Offered_And_Put_Together()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);

        var card = await rig.LookAsync(Mona, second);
        Assert.Contains($"This may be the same post as **{first.Reference}** (same link).", card.Words, StringComparison.Ordinal);
        var merged = await rig.PressAsync(Mona, card.Redrawn, Merge, (CardFields.Reason, "Half a sen"));

        Assert.Contains($"**Put together** with case **{first.Reference}**", merged.Words, StringComparison.Ordinal);
        var main = (await rig.FindAsync(first))!;
        Assert.Equal(second.Id, Assert.Single(main.Merged).Id);
        Assert.Equal(CaseStatus.DuplicateOf, (await rig.FindAsync(second))!.Status);
        var kinds = (await rig.OwedAsync()).Where(row => row.Kind == CaseAnnouncer.Joined).Select(row => (row.CaseId, row.Person)).ToHashSet();
        Assert.Equal([(first.Id, Ann.Id), (second.Id, Bea.Id)], kinds);
        Assert.IsType<ChainVerdict.Intact>(await rig.Get<CaseStore>().VerifyChainAsync(first.Id, default));
        Assert.IsType<ChainVerdict.Intact>(await rig.Get<CaseStore>().VerifyChainAsync(second.Id, default));
        Assert.Single((await rig.EventsAsync(second)).OfType<CasesMerged>());
    }

    [Fact]
    public async Task Pressed_Twice_And_By_Two_Managers_It_Is_Done_Once()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);
        var (fromFirst, fromSecond) = (await rig.LookAsync(Dev, first), await rig.LookAsync(Mona, second));

        await rig.PressAsync(Mona, fromSecond.Redrawn, Merge);
        await rig.PressAsync(Mona, fromSecond.Redrawn, Merge);
        var late = await rig.PressAsync(Dev, fromFirst.Redrawn, Merge);

        Assert.Contains("Also reported once", late.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed", late.Words, StringComparison.Ordinal);
        Assert.Single((await rig.FindAsync(first))!.Merged);
        Assert.Single((await rig.EventsAsync(first)).OfType<CasesMerged>());
    }

    [Fact]
    public async Task Not_The_Same_Is_Remembered_On_Both_Cards()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);

        var after = await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, NotTheSame, (CardFields.Reason, "Half a sen"));

        Assert.Equal("Half a sen", after.Typed(CardFields.Reason));

        Assert.False(after.Offers(Merge));
        Assert.False((await rig.LookAsync(Dev, first)).Offers(Merge));
        Assert.Single((await rig.EventsAsync(second)).OfType<TwinDismissed>());
    }

    [Fact]
    public async Task Of_A_Case_That_Somebody_May_Not_See_Nothing_Is_Said_And_Nothing_Merged()
    {
        await using var rig = await StartAsync();
        await rig.OpenAsync(Reported(null, CaseBuilder.Ann));
        var secret = await rig.OpenAsync(Reported("https://www.facebook.com/rowcroft/posts/1024", CaseBuilder.Ann).ConcerningTheManager());
        var open = await rig.OpenAsync(Reported("https://m.facebook.com/rowcroft/posts/1024", Bea));

        Assert.DoesNotContain(secret.Reference.ToString(), (await rig.LookAsync(Mona, open)).Words, StringComparison.Ordinal);
        Assert.True((await rig.LookAsync(Dev, open)).Offers(Merge));

        var forged = await rig.InvokeAsync(Mona, DecisionVerbs.Merge, new JObject
        {
            [CardFields.Case] = open.Id.ToString(),
            [CardFields.Version] = 1,
            [CardFields.Other] = secret.Id.ToString(),
        });
        Assert.DoesNotContain(secret.Reference.ToString(), forged.Words, StringComparison.Ordinal);
        Assert.Empty((await rig.FindAsync(secret))!.Merged);
        Assert.Equal(DecisionVerbs.Merge, Assert.Single((await rig.EventsAsync(secret)).OfType<ActionRefused>()).Attempted);
    }

    [Fact]
    public async Task Whoever_May_Not_Decide_One_Report_Decides_None_Of_The_Merged_Ones()
    {
        await using var rig = await StartAsync();
        var secret = await rig.OpenAsync(Reported("https://www.facebook.com/rowcroft/posts/1024", CaseBuilder.Ann).ConcerningTheManager());
        var open = await rig.OpenAsync(Reported("https://m.facebook.com/rowcroft/posts/1024", Bea));
        await rig.PressAsync(Dev, (await rig.LookAsync(Dev, open)).Redrawn, Merge);

        Assert.Contains("There is no case here for you", (await rig.LookAsync(Mona, open)).Words, StringComparison.Ordinal);
        Assert.Contains("There is no case here for you", (await rig.LookAsync(Mona, secret)).Words, StringComparison.Ordinal);
        Assert.Contains("Also reported once", (await rig.LookAsync(Dev, secret)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0UL, 0UL, true)]
    [InlineData(0UL, 0x3FUL, true)]
    [InlineData(0UL, 0x3FFFUL, true)] // in 14 of 64 bits
    [InlineData(0UL, 0x7FFFUL, false)] // in 15
    [InlineData(0UL, ulong.MaxValue, false)]
    public async Task A_Very_Similar_Picture_Is_A_Reason_Too(ulong one, ulong other, bool offered)
    {
        await using var rig = await StartAsync();
        var first = await rig.OpenAsync(Reported(null, CaseBuilder.Ann), pictureHash: one);
        var second = await rig.OpenAsync(Reported(null, Bea), pictureHash: other);

        var words = (await rig.LookAsync(Mona, second)).Words;
        Assert.Equal(offered, words.Contains($"**{first.Reference}** (very similar picture)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Decided_Twin_Is_Shown_For_A_While_And_Not_Merged()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);
        var decided = await rig.PressAsync(
            Mona, (await rig.LookAsync(Mona, first)).Redrawn, "Record the decision", (CardFields.Outcome + DecisionOutcome.HumanResources, "true"), (CardFields.Reason, "Staff"));
        Assert.Contains("Decided by", decided.Words, StringComparison.Ordinal);

        var soon = await rig.LookAsync(Mona, second);
        Assert.Contains("which was decided on", soon.Words, StringComparison.Ordinal);
        Assert.False(soon.Offers(Merge));

        rig.Time.Advance(TimeSpan.FromDays(91));
        Assert.DoesNotContain("which was decided on", (await rig.LookAsync(Mona, second)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_Decision_Answers_Every_Reporter_Under_Their_Own_Reference()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);
        await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, Merge);
        var main = (await rig.FindAsync(first))!;
        await rig.PressAsync(
            Mona, (await rig.LookAsync(Mona, main)).Redrawn, "Record the decision", (CardFields.Outcome + DecisionOutcome.RemoveFromPage, "true"), (CardFields.Reason, "Item 7"));

        var told = (await rig.OwedAsync()).Where(row => row.Kind == CaseAnnouncer.Outcome).Select(row => (row.CaseId, row.Person)).ToHashSet();
        Assert.Equal([(first.Id, Ann.Id), (second.Id, Bea.Id)], told);
        var card = (await rig.RenderAsync(CaseAnnouncer.Outcome, second, Sam))!;
        Assert.Contains($"Your report {second.Reference}: what was decided", WordsOf(card), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference.ToString(), WordsOf(card), StringComparison.Ordinal);
        Assert.Null(await rig.RenderAsync(CaseAnnouncer.Outcome, second, Ann));
    }

    [Fact]
    public async Task A_Reporter_Hears_That_Reports_Are_Handled_Together_Without_A_Name_Or_Another_Reference()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);
        await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, Merge);

        foreach (var (report, reporter, other) in ((Case, Rowcroft.TeamsBot.People.Person, Case)[])[((await rig.FindAsync(first))!, Ann, second), (second, Sam, first)])
        {
            var words = WordsOf((await rig.RenderAsync(CaseAnnouncer.Joined, report, reporter))!);
            Assert.Contains("has reported the same post", words, StringComparison.Ordinal);
            Assert.Contains(report.Reference.ToString(), words, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Reference.ToString(), words, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Reporter.Name, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Taken_Apart_Both_Are_Open_And_The_Reporter_Is_Told()
    {
        await using var rig = await StartAsync();
        var (first, second) = await TwoAsync(rig);
        var merged = await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, Merge);

        var apart = await rig.PressAsync(Mona, merged.Redrawn, "Not the same after all: take apart");

        Assert.True(apart.Offers("Record the decision"));
        Assert.False(apart.Offers(Merge));
        Assert.Empty((await rig.FindAsync(first))!.Merged);
        Assert.Equal(second.Id, Assert.Single(await rig.OwedAsync(), row => row.Kind == CaseAnnouncer.Apart).CaseId);
    }

    [Theory]
    [InlineData(nameof(EvidenceState.Quarantined))]
    [InlineData(nameof(EvidenceState.Purged))]
    public async Task A_File_That_Is_Not_Sealed_Unlocks_Nothing_And_A_Forged_Press_Is_Kept_In_The_Record(string state)
    {
        await using var rig = await StartAsync();
        var @case = await rig.OpenAsync(new CaseBuilder(), Enum.Parse<EvidenceState>(state));
        var card = (await rig.LookAsync(Mona, @case)).Redrawn;

        var refused = await rig.PressAsync(
            Mona, card, "Record the decision", (CardFields.Outcome + DecisionOutcome.RemoveFromPage, "true"), (CardFields.Reason, "Item 7"));

        Assert.Contains("locked because no screenshot is sealed", refused.Words, StringComparison.Ordinal);
        Assert.True((await rig.FindAsync(@case))!.IsOpen);
        Assert.Equal(DecisionVerbs.Decide, Assert.Single((await rig.EventsAsync(@case)).OfType<ActionRefused>()).Attempted);
    }

    [Fact]
    public async Task A_Screenshot_That_Came_With_The_Other_Report_Unlocks_The_Merged_Case()
    {
        await using var rig = await StartAsync();
        var first = await rig.OpenAsync(Reported("https://www.facebook.com/rowcroft/posts/1024", CaseBuilder.Ann).WithoutEvidence());
        var second = await rig.OpenAsync(Reported("https://m.facebook.com/rowcroft/posts/1024", Bea));
        await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, Merge);

        var decided = await rig.PressAsync(
            Mona, (await rig.LookAsync(Mona, first)).Redrawn, "Record the decision", (CardFields.Outcome + DecisionOutcome.RemoveFromPage, "true"), (CardFields.Reason, "Item 7"));

        Assert.Contains("Decided by", decided.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Screenshot_Of_A_Report_That_Was_Taken_Back_Unlocks_Nothing()
    {
        await using var rig = await StartAsync();
        var first = await rig.OpenAsync(Reported("https://www.facebook.com/rowcroft/posts/1024", CaseBuilder.Ann).WithoutEvidence());
        var second = await rig.OpenAsync(Reported("https://m.facebook.com/rowcroft/posts/1024", Bea));
        await rig.PressAsync(Mona, (await rig.LookAsync(Mona, second)).Redrawn, Merge);
        var takenBack = (await rig.FindAsync(second))!.Withdraw(Bea, rig.Time.GetUtcNow(), await rig.FindAsync(first));
        Assert.True(await rig.Get<CaseRecorder>().CommitAsync(Assert.IsType<CaseOutcome.Recorded>(takenBack), default));

        var refused = await rig.PressAsync(
            Mona, (await rig.LookAsync(Mona, first)).Redrawn, "Record the decision", (CardFields.Outcome + DecisionOutcome.RemoveFromPage, "true"), (CardFields.Reason, "Item 7"));

        Assert.Contains("locked because no screenshot is sealed", refused.Words, StringComparison.Ordinal);
    }

    private static async Task<(Case First, Case Second)> TwoAsync(DecisionRig rig) => (
        await rig.OpenAsync(Reported("https://www.facebook.com/rowcroft/posts/1024?fbclid=IwAR0", CaseBuilder.Ann)),
        await rig.OpenAsync(Reported("https://m.facebook.com/rowcroft/posts/1024", Bea)));

    private static CaseBuilder Reported(string? link, NamedPerson by) =>
        new CaseBuilder().ReportedBy(by).WithEvidence(CaseBuilder.Screenshot("post.png")).With(facts => facts with { Link = link });

    private static string WordsOf(OutgoingMessage message) =>
        Answer.WordsOf(CardJson.Of(Assert.Single(message.Activity.Attachments).Content));
}
