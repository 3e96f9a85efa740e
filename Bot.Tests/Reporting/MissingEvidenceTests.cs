using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>Teams does not hand over what was pasted: the same picture is asked for as a file, before and after the report.</summary>
public sealed class MissingEvidenceTests
{
    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_Pasted_Picture_That_Teams_Refuses_Is_Asked_For_As_A_File_And_Missing_Until_It_Comes(int status)
    {
        await using var ann = await AtScreenshotsAsync();
        await ann.SendAsync(Refused(ann, status));
        Assert.Contains("Evidence missing: 1 screenshot", Read(ann.Last));
        Assert.Contains("choose Attach file", Read(ann.Last));

        await ann.RestartAsync();
        await ann.SendPictureAsync();
        Assert.DoesNotContain("Evidence missing", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Done);
        await ann.SayAsync("skip");
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Equal(0, Assert.Single(await ann.SentAsync()).MissingEvidence);
    }

    [Fact]
    public async Task What_Is_Wrong_With_The_Picture_Itself_Is_Not_Missing()
    {
        await using var ann = await AtScreenshotsAsync();
        await ann.SendAsync(EvidenceRig.Pasted(ann.Server.Serve("/exe", SamplePictures.WindowsProgram)));
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/gone", PictureServer.Status(404))));

        Assert.DoesNotContain("Evidence missing", Read(ann.Last));
    }

    [Fact]
    public async Task Who_Pasted_The_Same_Picture_Twice_Can_Say_That_Nothing_Is_Missing()
    {
        await using var ann = await AtScreenshotsAsync();
        await ann.SendAsync(Refused(ann), Refused(ann));
        Assert.Contains("Evidence missing: 2 screenshots", Read(ann.Last));
        await ann.SendPictureAsync();
        Assert.Contains("Evidence missing: 1 screenshot", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.AllHere);

        Assert.DoesNotContain("Evidence missing", Read(ann.Last));
    }

    [Fact]
    public async Task A_Report_Sent_Without_It_Says_So_Until_It_Has_Come()
    {
        await using var ann = await SentWithoutAsync();
        Assert.Contains("Evidence missing: 1 screenshot", Read(ann.Last));
        Assert.Contains("It goes to report RMC-2026-0001", Read(ann.Last));
        await ann.SayAsync("my reports");
        Assert.Contains("Evidence missing: 1 screenshot", Read(ann.Last));

        await ann.SendPictureAsync();
        Assert.Contains("It is now with your report RMC-2026-0001", Read(ann.Last));
        Assert.Contains("Nothing is missing any more", Read(ann.Last));
        var now = Assert.Single(await ann.SentAsync());
        Assert.Equal((0, 2, 1), (now.MissingEvidence, now.Version, now.Evidence.Count));
        Assert.Equal(now.Evidence[0].Sha256, Assert.Single(await ann.Get<EvidenceRecords>().ListForDraftAsync(now.Id, default)).Sha256);
        Assert.IsType<EvidenceReceived>((await ann.Cases.ListEventsAsync(now.Id, default))[^1]);
        await ann.SayAsync("my reports");
        Assert.DoesNotContain("Evidence missing", Read(ann.Last));
    }

    [Fact]
    public async Task When_Nothing_Is_Missing_A_Picture_Is_Not_Even_Fetched()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(0);
        await ann.FinishAsync(0);
        var fetched = ann.Server.Requests.Count;
        await ann.SendPictureAsync(1);

        Assert.Equal(ReportSentences.PictureWithoutReport, Read(ann.Chat.Said[^2]));
        Assert.Equal(fetched, ann.Server.Requests.Count);
    }

    [Fact]
    public async Task A_Picture_Before_The_Form_Is_Not_Kept()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(1);
        await ann.SendPictureAsync();
        Assert.Contains("I ask for screenshots right after the form", Read(ann.Last));
        Assert.Empty(ann.Server.Requests);
    }

    [Fact]
    public async Task Refused_Again_It_Stays_Missing()
    {
        await using var ann = await SentWithoutAsync();
        await ann.SendAsync(Refused(ann));

        Assert.Contains("please attach it as a file", Read(ann.Last));
        Assert.Equal(1, Assert.Single(await ann.SentAsync()).MissingEvidence);
    }

    [Fact]
    public async Task With_Several_Reports_Waiting_The_Sender_Says_Which_And_The_File_Is_Kept_Meanwhile()
    {
        await using var ann = await SentWithoutAsync();
        await SendWithoutAsync(ann);
        await ann.SendPictureAsync();
        Assert.Contains("Which report is it for?", Read(ann.Last));
        var first = ButtonsIn(CardOf(ann.Last)!).Single(data => (string?)data["case"] == CaseOf(ann, 1).ToString());
        await ann.RestartAsync();
        await ann.PressAsync(first);

        Assert.Equal([1, 0], (await ann.SentAsync()).Select(@case => @case.MissingEvidence));
        await ann.PressAsync(first);
        Assert.Equal(ReportSentences.AlreadyAnswered, Read(ann.Last));
    }

    [Fact]
    public async Task A_Picture_For_None_Of_Them_Is_Deleted()
    {
        await using var ann = await SentWithoutAsync();
        await SendWithoutAsync(ann);
        await ann.SendPictureAsync();
        Assert.NotEmpty(ann.KeptFiles);
        await ann.PressAsync(ReportVerbs.LateForNone);

        Assert.Empty(ann.KeptFiles);
        Assert.All(await ann.SentAsync(), @case => Assert.Equal(1, @case.MissingEvidence));
    }

    [Fact]
    public async Task Nobody_Chooses_For_The_Picture_Of_Somebody_Else()
    {
        await using var ann = await SentWithoutAsync();
        await SendWithoutAsync(ann);
        await ann.SendPictureAsync();
        var mine = ann.Press(ReportVerbs.Late);
        ann.Speaker = Bea;
        await ann.PressAsync(mine);

        Assert.Equal(ReportSentences.AlreadyAnswered, Read(ann.Last));
        Assert.All(await ann.SentAsync(), @case => Assert.Equal(1, @case.MissingEvidence));
    }

    [Fact]
    public async Task The_Very_Same_Picture_Is_Not_Kept_Twice()
    {
        await using var ann = await SentWithoutAsync(missing: 2);
        await ann.SendPictureAsync();
        await ann.SendPictureAsync();

        Assert.Contains("already has that very picture", Read(ann.Last));
        var now = Assert.Single(await ann.SentAsync());
        Assert.Equal((1, 1), (now.MissingEvidence, now.Evidence.Count));
        Assert.Single(ann.KeptFiles);
    }

    [Fact]
    public async Task Late_Pictures_That_Teams_Delivers_Again_Were_Answered_The_First_Time()
    {
        await using var ann = await SentWithoutAsync(missing: 2);
        await DeliverAsync(ann, 0);
        await DeliverAsync(ann, 1);
        Assert.Contains("Nothing is missing any more", Read(ann.Last));
        var said = ann.Chat.Said.Count;

        await ann.RestartAsync();
        await DeliverAsync(ann, 0);
        await DeliverAsync(ann, 1);

        Assert.Equal(said, ann.Chat.Said.Count);
        Assert.Equal(2, Assert.Single(await ann.SentAsync()).Evidence.Count);
    }

    [Fact]
    public async Task A_Picture_For_None_Of_Them_Does_Not_Come_Back_When_Teams_Delivers_It_Again()
    {
        await using var ann = await SentWithoutAsync();
        await SendWithoutAsync(ann);
        await DeliverAsync(ann, 0);
        await ann.PressAsync(ReportVerbs.LateForNone);
        var said = ann.Chat.Said.Count;
        await DeliverAsync(ann, 0);

        Assert.Equal(said, ann.Chat.Said.Count);
        Assert.Empty(ann.KeptFiles);
    }

    [Fact]
    public async Task A_Report_That_Has_As_Many_As_It_May_Takes_No_More_And_Says_So()
    {
        await using var ann = await CreateAsync(("Evidence:MaxFiles", "1"));
        await ann.WalkAsync(2);
        await ann.SendAsync(Refused(ann));
        await ann.SendAsync(Refused(ann));
        await ann.PressAsync(ReportVerbs.Done);
        await ann.PressAsync(ReportVerbs.Send);
        await ann.SendPictureAsync();
        await ann.SendPictureAsync(1);

        var now = Assert.Single(await ann.SentAsync());
        Assert.Equal((1, 1), (now.Evidence.Count, now.MissingEvidence));
        Assert.DoesNotContain("It is now with your report", Read(ann.Last));
        Assert.Single(ann.KeptFiles);
    }

    [Fact]
    public async Task A_Report_That_Was_Decided_Without_It_Asks_For_It_No_More()
    {
        await using var ann = await SentWithoutAsync();
        await ann.Get<CaseRecorder>().CommitAsync(CaseBuilder.Decision(Assert.Single(await ann.SentAsync())), default);
        await ann.SayAsync("my reports");
        Assert.DoesNotContain("Evidence missing", Read(ann.Last));

        await ann.PressAsync(ReportVerbs.Send); // of the old card: the receipt once more
        Assert.Contains("Thank you. Your report is RMC-2026-0001", Read(ann.Last));
        Assert.DoesNotContain("Evidence missing", Read(ann.Last));
    }

    [Fact]
    public async Task Somebody_Who_Changes_The_Case_Meanwhile_Does_Not_Stop_It()
    {
        await using var ann = await SentWithoutAsync();
        var @case = Assert.Single(await ann.SentAsync());
        ann.Server.Serve("/picture-0", async context =>
        {
            await ann.Get<CaseRecorder>().CommitAsync((CaseOutcome.Recorded)@case.Ask(new AskCommand(1, "Where?"), CaseBuilder.Mona, CaseBuilder.Wednesday), default);
            await PictureServer.Picture(SamplePictures.Png())(context);
        });
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Origin + "/picture-0"));
        Assert.Equal(3, Assert.Single(await ann.SentAsync()).Version);
    }

    private static Attachment Refused(ReportDriver ann, int status = 403) =>
        EvidenceRig.Pasted(ann.Server.Serve($"/refused-{Guid.NewGuid()}", PictureServer.Status(status)));

    /// <summary>The activity with this picture, which has the same id each time.</summary>
    private static Task DeliverAsync(ReportDriver ann, int number) => ann.TurnAsync(
        new Activity(ActivityTypes.Message) { Attachments = [EvidenceRig.Attached(ann.Server.Serve($"/picture-{number}", SamplePictures.Png(number)))] },
        (conversation, caller, turn) => conversation.ContinueAsync(caller, turn, default),
        $"picture-{number}");

    private static async Task<ReportDriver> AtScreenshotsAsync()
    {
        var ann = await CreateAsync();
        await ann.WalkAsync(2);
        return ann;
    }

    private static async Task<ReportDriver> SentWithoutAsync(int missing = 1)
    {
        var ann = await CreateAsync();
        await SendWithoutAsync(ann, missing);
        return ann;
    }

    private static async Task SendWithoutAsync(ReportDriver ann, int missing = 1)
    {
        await ann.WalkAsync(2);
        await ann.SendAsync([.. Enumerable.Range(0, missing).Select(_ => Refused(ann))]);
        await ann.PressAsync(ReportVerbs.Done);
        await ann.PressAsync(ReportVerbs.Send);
    }

    private static CaseId CaseOf(ReportDriver ann, int number) =>
        ann.Cases.FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, number), default).GetAwaiter().GetResult()!.Id;
}
