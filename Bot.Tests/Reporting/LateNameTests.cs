using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>A picture that comes after the report has a name that holds what looks like a patient's details.</summary>
public sealed class LateNameTests
{
    private const string Sent = "smith 943 476 5919.png";
    private const string Starred = "smith 943 *** ****.png";

    private static readonly JObject Why = new() { ["reason"] = "It is the only trace of 943 476 5919." };

    [Fact]
    public async Task It_Is_With_The_Report_At_Once_With_Stars_And_Its_Sender_Is_Asked()
    {
        await using var ann = await SentAsync();

        Assert.Contains("Is this a patient's detail?", Read(ann.Last));
        Assert.Contains("NHS number 943 *** ****", Read(ann.Last));
        Assert.DoesNotContain("5919", Read(ann.Last), StringComparison.Ordinal);
        await IsAsync(ann, Starred);
        Assert.DoesNotContain(ann.Logs.Lines, line => line.Contains("5919", StringComparison.Ordinal));
        Assert.DoesNotContain(await EventsAsync(ann), one => CaseJson.Write(one).Contains("5919", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Stars_Stay_When_Its_Sender_Says_So_And_The_Question_Is_Answered_Once()
    {
        await using var ann = await SentAsync();
        var keep = ann.Press(ReportVerbs.LateNameKept);
        await AnswerAsync(ann, ann.Press(ReportVerbs.LateNameStarred));
        await IsAsync(ann, Starred);
        Assert.Contains("The stars stay.", Read(ann.Chat.Replaced[^1]));

        await ann.PressAsync(keep, Why);
        Assert.Equal(ReportSentences.AlreadyAnswered, Read(ann.Last));
        await IsAsync(ann, Starred);
    }

    [Fact]
    public async Task With_A_Reason_It_Is_Kept_As_It_Was_Sent_And_Those_Who_Decide_See_Why()
    {
        await using var ann = await SentAsync();
        await ann.RestartAsync();
        var keep = ann.Press(ReportVerbs.LateNameKept);
        await ann.PressAsync(keep, new JObject { ["reason"] = " " });
        Assert.Equal(ReportSentences.LateNameNeedsReason, Read(ann.Last));
        await IsAsync(ann, Starred);

        await AnswerAsync(ann, keep, Why);

        var now = await IsAsync(ann, Sent);
        Assert.Equal(["Name of a screenshot: NHS number 943 *** ****"], now.KeptDetails!.Masked);
        Assert.Equal("It is the only trace of 943 *** ****.", now.KeptDetails.Reason);
        Assert.Contains("You kept the name as you sent it.", Read(ann.Chat.Replaced[^1]));
        var events = await EventsAsync(ann);
        Assert.Equal((Sent, CaseBuilder.Ann.Id), (Assert.IsType<EvidenceNameKept>(events[^1]).Name, events[^1].Actor));
        Assert.True(CaseAgainstEvents.Agrees(now, events));
        Assert.False(CaseAgainstEvents.Agrees(now with { KeptDetails = null }, events));
        Assert.IsType<ChainVerdict.Intact>(await ann.Cases.VerifyChainAsync(now.Id, default));
        Assert.DoesNotContain(ann.Logs.Lines, line => line.Contains("5919", StringComparison.Ordinal));
    }

    [Fact]
    public void What_Was_Kept_In_The_Report_Itself_Is_Not_Forgotten_For_It()
    {
        var earlier = new KeptPatientDetails(["What happened: NHS number 943 *** ****"], "The post shows it.");
        var @case = new CaseBuilder().Build() with { KeptDetails = earlier };
        var file = @case.Evidence[0];
        var recorded = Assert.IsType<CaseOutcome.Recorded>(@case.KeepName(
            file.Id, Sent, new KeptPatientDetails(["Name of a screenshot: NHS number 943 *** ****"], "Needed."), @case.Reporter, CaseBuilder.Wednesday));

        Assert.Equal(2, recorded.Case.KeptDetails!.Masked.Count);
        Assert.Equal("The post shows it.; Needed.", recorded.Case.KeptDetails.Reason);
        Assert.IsType<CaseOutcome.NotAllowed>(recorded.Case.KeepName(file.Id, Sent, earlier, @case.Reporter, CaseBuilder.Wednesday));
        Assert.Equal(
            new CaseOutcome.NotAllowed(Refusal.NotTheReporter), @case.KeepName(file.Id, Sent, earlier, CaseBuilder.Mona, CaseBuilder.Wednesday));
    }

    [Fact]
    public async Task Somebody_Elses_Press_Keeps_Nothing()
    {
        await using var ann = await SentAsync();
        ann.Speaker = Bea;
        await ann.PressAsync(ReportVerbs.LateNameKept, Why);

        Assert.Equal(ReportSentences.AlreadyAnswered, Read(ann.Last));
        await IsAsync(ann, Starred);
    }

    [Fact]
    public async Task Of_A_Report_That_Was_Decided_Meanwhile_The_Stars_Stay()
    {
        await using var ann = await SentAsync();
        var @case = Assert.Single(await ann.SentAsync());
        await ann.Get<CaseRecorder>().CommitAsync(CaseBuilder.Decision(@case), default);
        await AnswerAsync(ann, ann.Press(ReportVerbs.LateNameKept), Why);

        Assert.Contains(ReportSentences.LateNameTooLate, Read(ann.Chat.Replaced[^1]));
        await IsAsync(ann, Starred);
    }

    [Fact]
    public async Task A_Press_That_Meets_A_Changed_Case_Keeps_It_All_The_Same_And_Twice_Keeps_It_Once()
    {
        await using var ann = await SentAsync();
        var @case = Assert.Single(await ann.SentAsync());
        await ann.Get<CaseRecorder>().CommitAsync(
            (CaseOutcome.Recorded)@case.Ask(new AskCommand(@case.Version, "Where?"), CaseBuilder.Mona, CaseBuilder.Wednesday), default);
        var keep = ann.Press(ReportVerbs.LateNameKept);
        await ann.PressAsync(keep, Why);
        await ann.PressAsync(keep, Why);

        await IsAsync(ann, Sent);
        Assert.Single((await EventsAsync(ann)).OfType<EvidenceNameKept>());
    }

    [Fact]
    public async Task Two_Such_Pictures_Are_Two_Questions()
    {
        await using var ann = await SentAsync(missing: 2);
        var first = ann.Press(ReportVerbs.LateNameKept);
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/second", SamplePictures.Png(9)), "dob 1 May 1950.png"));
        await ann.PressAsync(ReportVerbs.LateNameStarred);
        await ann.PressAsync(first, Why);

        var names = Assert.Single(await ann.SentAsync()).Evidence.Select(file => file.Name).ToList();
        Assert.Equal(Sent, names[0]);
        Assert.Contains('*', names[1]);
    }

    [Fact]
    public async Task A_Harmless_Name_Is_No_Question()
    {
        await using var ann = await SentAsync("comment.png");
        Assert.Contains("It is now with your report RMC-2026-0001", Read(ann.Last));
    }

    /// <summary>A press, with the message that its card stands in.</summary>
    private static Task AnswerAsync(ReportDriver ann, JObject button, JObject? inputs = null)
    {
        var value = (JObject)button.DeepClone();
        value.Merge(inputs ?? []);
        return ann.TurnAsync(
            new Activity(ActivityTypes.Message) { Value = value, ReplyToId = "the question" },
            (conversation, caller, turn) => conversation.ContinueAsync(caller, turn, default));
    }

    /// <summary>The case, its event and the file's own record agree.</summary>
    private static async Task<Case> IsAsync(ReportDriver ann, string name)
    {
        var now = Assert.Single(await ann.SentAsync());
        Assert.Equal(name, Assert.Single(now.Evidence).Name);
        Assert.Equal(name, Assert.Single(await ann.Get<EvidenceRecords>().ListForDraftAsync(now.Id, default)).Name);
        return now;
    }

    private static async Task<IReadOnlyList<CaseEvent>> EventsAsync(ReportDriver ann) =>
        await ann.Cases.ListEventsAsync(Assert.Single(await ann.SentAsync()).Id, default);

    private static async Task<ReportDriver> SentAsync(string name = Sent, int missing = 1)
    {
        var ann = await CreateAsync();
        await ann.WalkAsync(2);
        await ann.SendAsync([.. Enumerable.Range(0, missing).Select(number => EvidenceRig.Pasted(ann.Server.Serve($"/refused-{number}", PictureServer.Status(403))))]);
        await ann.PressAsync(ReportVerbs.Done);
        await ann.PressAsync(ReportVerbs.Send);
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/nhs", SamplePictures.Png()), name));
        return ann;
    }
}
