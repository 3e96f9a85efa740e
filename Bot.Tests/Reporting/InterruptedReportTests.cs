using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>Cancel, help, silence, restarts, old cards, and everything that comes twice.</summary>
public sealed class InterruptedReportTests
{
    public static TheoryData<int> Steps => new(Enumerable.Range(0, 5));

    [Fact]
    public async Task A_Report_Survives_A_Restart_Between_Every_Two_Messages()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Safe);
        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.RestartAsync();
        await ann.SendPictureAsync();
        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Done);
        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Provenance, new JObject { ["taker"] = "Reporter" });
        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        Assert.Single(sent.Evidence);
        Assert.Equal(EvidenceProvenance.NotSaid with { Taker = EvidenceTaker.Reporter }, sent.Provenance);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task After_A_Restart_The_Draft_Is_Offered_And_Carried_On(int steps)
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(steps);
        var waiting = Read(ann.Last);
        await ann.RestartAsync();

        await ann.SayAsync("hello");
        Assert.Contains("You have a report that is not finished", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.CarryOn);
        Assert.Equal(waiting, Read(ann.Last));

        await ann.FinishAsync(steps);
        Assert.Single(await ann.SentAsync());
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Help_At_Any_Step_Says_Where_It_Stands_And_Changes_Nothing(int steps)
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(steps);
        await ann.SayAsync("help");
        Assert.Contains("Your report is not finished.", Read(ann.Last));

        await ann.FinishAsync(steps);
        Assert.Single(await ann.SentAsync());
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Cancel_At_Any_Step_Asks_Once_And_Keeps_Nothing(int steps)
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(steps);
        await ann.SayAsync("cancel");
        Assert.Contains("Cancel this report?", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.CancelConfirmed);

        Assert.Contains("Nothing was sent", Read(ann.Last));
        Assert.Empty(await ann.SentAsync());
        Assert.Empty(ann.KeptFiles);
        await ann.SayAsync("hello");
        Assert.Contains("Has somebody been unkind", Read(ann.Last));
    }

    [Fact]
    public async Task Whoever_Does_Not_Mean_To_Cancel_Carries_On()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(1);
        await ann.SayAsync("cancel");
        await ann.SayAsync("no");
        Assert.Contains("What happened?", Read(ann.Last));

        await ann.FinishAsync(1);
        Assert.Single(await ann.SentAsync());
    }

    [Fact]
    public async Task At_The_Safety_Question_Yes_After_Cancel_Cancels_And_Alerts_Nobody()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        await ann.SayAsync("cancel");
        await ann.SayAsync("yes");

        Assert.Contains("Nothing was sent", Read(ann.Last));
        Assert.Empty(await ann.OutboxAsync());
    }

    [Fact]
    public async Task Without_A_Report_There_Is_Nothing_To_Cancel()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("cancel");
        Assert.Equal(ReportSentences.NothingToCancel, Read(ann.Last));
    }

    [Fact]
    public async Task A_Yes_After_The_Question_Whether_To_Cancel_Was_Answered_Cancels_Nothing()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        await ann.SayAsync("cancel");
        await ann.SayAsync("no");
        await ann.SayAsync("yes"); // somebody is in danger

        Assert.NotEmpty(await ann.OutboxAsync());
        Assert.DoesNotContain(ann.Chat.Said, said => Read(said) == ReportSentences.ThrownAway);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public async Task After_An_Hour_Of_Silence_A_Typed_Word_Is_No_Answer_But_Brings_The_Offer(int minutes, bool offered)
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        ann.Time.Advance(TimeSpan.FromMinutes(minutes));
        await ann.SayAsync("yes");

        Assert.Equal(offered, Read(ann.Last).Contains("You have a report that is not finished", StringComparison.Ordinal));
        Assert.Equal(offered, (await ann.OutboxAsync()).Count == 0); // somebody is in danger
    }

    [Fact]
    public async Task Start_Again_Forgets_What_Was_Answered()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(4);
        await ann.SayAsync("report");
        await ann.PressAsync(ReportVerbs.StartAgain);
        Assert.Contains("is someone in danger now?", Read(ann.Last));
        Assert.Empty(ann.KeptFiles);

        await ann.PressAsync(ReportVerbs.Safe);
        Assert.DoesNotContain("They called me names", CardOf(ann.Last)!.ToString());
    }

    [Fact]
    public async Task Send_Pressed_Twice_Is_One_Case_And_The_Same_Receipt()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(4);
        var send = ann.Press(ReportVerbs.Send);
        await ann.PressAsync(send);
        var receipt = Read(ann.Last);
        await ann.PressAsync(send);

        Assert.Single(await ann.SentAsync());
        Assert.Equal(receipt, Read(ann.Last));
    }

    [Fact]
    public async Task A_Case_Stored_Just_Before_The_Process_Died_Is_Not_Stored_Again()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(4);
        var draft = CaseId.Parse((string?)ann.Press(ReportVerbs.Send)["draft"])!.Value;
        var before = await ann.Get<CaseRecorder>().OpenAsync(
            new CaseBuilder().WithId(draft).Report(), now => now.AddDays(2), default);
        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Single(await ann.SentAsync());
        Assert.Contains(before.Case.Reference.ToString(), Read(ann.Last));
    }

    [Fact]
    public async Task A_Message_That_Teams_Delivers_Twice_Is_Taken_Once()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(1);
        var next = ann.Press(ReportVerbs.Form);
        await ann.PressAsync(next, FilledForm.About(), "the-same-activity");
        var said = ann.Chat.Said.Count;
        await ann.PressAsync(next, FilledForm.About(), "the-same-activity");

        Assert.Equal(said, ann.Chat.Said.Count);
    }

    [Fact]
    public async Task An_Answered_Card_Is_Replaced_And_A_Press_Of_It_Changes_Nothing()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        var asked = ann.Last.Id;
        var danger = ann.Press(ReportVerbs.Danger);
        await ann.PressAsync(ReportVerbs.Safe);

        var left = Assert.Single(ann.Chat.Replaced);
        Assert.Equal(asked, left.Id);
        Assert.Empty(ButtonsIn(CardOf(left)!));

        await ann.PressAsync(danger);
        Assert.Equal(ReportSentences.AlreadyAnswered, Read(ann.Last));
        Assert.Empty(await ann.OutboxAsync());
    }

    [Fact]
    public async Task A_Card_Of_An_Earlier_Draft_Changes_Nothing()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(1);
        var old = ann.Press(ReportVerbs.Form);
        await ann.SayAsync("cancel");
        await ann.PressAsync(ReportVerbs.CancelConfirmed);
        await ann.PressAsync(old, FilledForm.About());
        Assert.Equal(ReportSentences.NotKept, Read(ann.Last));

        await ann.WalkAsync(1);
        await ann.PressAsync(old, FilledForm.About());
        Assert.Equal(ReportSentences.NotKept, Read(ann.Last));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"verb\":{}}")]
    [InlineData("{\"verb\":\"report/form\"}")]
    [InlineData("{\"verb\":\"report/unheard-of\",\"draft\":7}")]
    [InlineData("{\"verb\":\"report/mine\",\"page\":\"-5\"}")]
    [InlineData("{\"verb\":\"report/withdraw\",\"case\":[]}")]
    public async Task A_Malformed_Submission_Gets_An_Answer_And_Changes_Nothing(string value)
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(1);
        var said = ann.Chat.Said.Count;
        await ann.PressAsync(JObject.Parse(value));

        Assert.Equal(said + 1, ann.Chat.Said.Count);
        await ann.FinishAsync(1);
        Assert.Single(await ann.SentAsync());
    }

    [Fact]
    public async Task A_Card_That_Cannot_Be_Replaced_Does_Not_Stop_The_Report()
    {
        await using var ann = await CreateAsync();
        ann.Chat.CannotReplace = new ErrorResponseException("Operation returned BadGateway");
        await ann.WalkAsync(4);
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Single(await ann.SentAsync());
    }

    [Fact]
    public async Task Somebody_Else_In_The_Same_Conversation_Sees_Nothing_Of_The_Draft()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(4);
        var send = ann.Press(ReportVerbs.Send);
        ann.Speaker = Bea;
        await ann.SayAsync("hello");
        Assert.Contains("Has somebody been unkind", Read(ann.Last));
        await ann.PressAsync(send);

        Assert.Equal(ReportSentences.NotKept, Read(ann.Last));
        Assert.Empty(await ann.SentAsync());
    }
}
