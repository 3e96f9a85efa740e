using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>Four taps after the upload, none of them needed.</summary>
public sealed class ProvenanceTests
{
    private static readonly JObject AllFour = new()
    {
        ["taker"] = "Colleague",
        ["device"] = "Phone",
        ["wholeScreen"] = "No",
        ["seenHow"] = "SentToReporter",
    };

    [Fact]
    public async Task Four_Answers_Go_Into_The_Case_Its_First_Event_And_The_Review()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(3);
        await ann.PressAsync(ReportVerbs.Provenance, AllFour);
        Assert.Contains("It was sent to me", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        var said = new EvidenceProvenance(EvidenceTaker.Colleague, EvidenceDevice.Phone, WholeScreen.No, SeenHow.SentToReporter);
        Assert.Equal(said, sent.Provenance);
        Assert.Equal(said, Assert.IsType<CaseReported>(Assert.Single(await ann.Cases.ListEventsAsync(sent.Id, default))).Provenance);
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("next")]
    public async Task It_Can_Be_Skipped_With_A_Word_And_The_Review_Says_So(string word)
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(3);
        await ann.SayAsync(word);
        Assert.Contains("You said nothing about how they were taken.", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Equal(EvidenceProvenance.NotSaid, Assert.Single(await ann.SentAsync()).Provenance);
    }

    [Fact]
    public async Task One_Answer_Is_Enough_And_What_Is_No_Answer_Stays_A_Gap()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(3);
        await ann.PressAsync(ReportVerbs.Provenance, new JObject { ["device"] = "Computer", ["taker"] = "7", ["seenHow"] = new JArray("Public") });
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Equal(EvidenceProvenance.NotSaid with { Device = EvidenceDevice.Computer }, Assert.Single(await ann.SentAsync()).Provenance);
    }

    [Fact]
    public async Task Without_Screenshots_It_Is_Not_Asked()
    {
        await using var ann = await CreateAsync();
        await ann.ReviewAsync(FilledForm.About());
        Assert.Contains("Is this right?", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Null(Assert.Single(await ann.SentAsync()).Provenance);
    }

    [Theory]
    [InlineData("location", "Group", true)]
    [InlineData("location", "DirectMessage", true)]
    [InlineData("platform", "WhatsApp", true)]
    [InlineData("location", "Profile", false)]
    public async Task For_A_Group_Or_A_Chat_It_Says_What_May_Be_Sent(string field, string value, bool said)
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With(field, value));
        await ann.SendPictureAsync();
        await ann.PressAsync(ReportVerbs.Done);

        Assert.Equal(said, Read(ann.Last).Contains("Never use somebody else's log-in or a false profile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Change_Of_The_Form_Keeps_The_Answers_And_An_Old_Card_Changes_Nothing()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(3);
        var old = ann.Press(ReportVerbs.Provenance);
        await ann.PressAsync(old, AllFour);
        await ann.PressAsync(old, new JObject { ["taker"] = "Reporter" });
        Assert.Equal(ReportSentences.AlreadyAnswered, Read(ann.Last));

        await ann.PressAsync(ReportVerbs.Change);
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.PressAsync(ReportVerbs.Done);
        Assert.Contains(CardOf(ann.Last)!.Descendants().OfType<JObject>(), input => (string?)input["id"] == "taker" && (string?)input["value"] == "Colleague");
        await ann.SayAsync("skip");
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Equal(EvidenceTaker.Colleague, Assert.Single(await ann.SentAsync()).Provenance?.Taker);
    }

    [Fact]
    public async Task A_Picture_That_Comes_Here_Or_At_The_Review_Is_Kept_Too()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(3);
        await ann.SendPictureAsync(1);
        await ann.SayAsync("skip");
        await ann.SendPictureAsync(2);
        Assert.Contains("3 screenshots are kept", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Equal(3, Assert.Single(await ann.SentAsync()).Evidence.Count);
    }
}
