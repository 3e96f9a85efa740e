using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>What looks like a patient's details is pointed out before anything is sent.</summary>
public sealed class PatientDetailsTests
{
    private const string Number = "943 476 5919";

    private static readonly JObject Telling = new(FilledForm.About())
    {
        ["whatHappened"] = $"He wrote that {Number} was here, born 04/03/1962.",
        ["link"] = "https://x.example/?nhs=9434765919",
        ["poster"] = "John DOB 4/3/62",
    };

    [Fact]
    public async Task Stars_In_One_Press_In_Text_Link_Poster_And_Name_Of_A_File()
    {
        await using var ann = await CreateAsync();
        await ToDetailsAsync(ann, $"scan {Number}.png");
        var asked = Read(ann.Last);
        Assert.Contains("What happened: ", asked);
        Assert.Contains("NHS number 943 *** ****", asked);
        Assert.Contains("date of birth **/**/****", asked);
        Assert.DoesNotContain("5919", CardOf(ann.Last)!.ToString());

        await ann.RestartAsync();
        await ann.SayAsync("stars");
        Assert.Contains("Is this right?", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        Assert.Equal("He wrote that 943 *** **** was here, born **/**/****.", sent.Facts.WhatHappened);
        Assert.Equal(("https://x.example/?nhs=943*******", "John DOB */*/**"), (sent.Facts.Link, sent.Facts.Poster));
        Assert.Equal("scan 943 *** ****.png", Assert.Single(sent.Evidence).Name);
        Assert.Null(sent.KeptDetails);
        await NothingLeaksAsync(ann, sent);
    }

    [Fact]
    public async Task The_Name_Of_A_File_Can_Be_Changed_By_Hand_But_Not_To_Another_Detail()
    {
        await using var ann = await CreateAsync();
        await ann.WalkAsync(2);
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/x", SamplePictures.Png()), $"{Number}.png"));
        await ann.PressAsync(ReportVerbs.Done);
        await ann.SayAsync("skip");
        Assert.DoesNotContain("Change it myself", Read(ann.Last));
        var input = (string)CardOf(ann.Last)!.Descendants().OfType<JObject>().First(one => ((string?)one["id"])?.StartsWith("name-", StringComparison.Ordinal) == true)["id"]!;

        await ann.PressAsync(ReportVerbs.HideDetails, new JObject { [input] = "9434765919.png" });
        Assert.Contains("There is still something like that in a name", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.HideDetails, new JObject { [input] = "The first post.png" });
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Equal("The first post.png", Assert.Single(Assert.Single(await ann.SentAsync()).Evidence).Name);
    }

    [Fact]
    public async Task Changed_By_Hand_In_The_Form_It_Is_Not_Asked_Again()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, Telling);
        await ann.SayAsync("none");
        await ann.PressAsync(ReportVerbs.ChangeDetails);
        Assert.Contains("What happened?", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SayAsync("none");

        Assert.Contains("Is this right?", Read(ann.Last));
    }

    [Fact]
    public async Task Kept_Only_With_A_Reason_That_Goes_With_The_Report()
    {
        await using var ann = await CreateAsync();
        await ToDetailsAsync(ann, "scan.png");
        await ann.PressAsync(ReportVerbs.KeepDetails, new JObject { ["reason"] = "  " });
        Assert.Contains("say in a few words why it is needed", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.KeepDetails, new JObject { ["reason"] = $"The post shows it: {Number}" });
        Assert.Contains("You keep these details", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        Assert.Contains(Number, sent.Facts.WhatHappened);
        Assert.Equal("The post shows it: 943 *** ****", sent.KeptDetails!.Reason);
        Assert.Equal("What happened: NHS number 943 *** ****", sent.KeptDetails.Masked[0]);
        Assert.Equal(4, sent.KeptDetails.Masked.Count);
        Assert.DoesNotContain(ann.Logs.Lines, line => line.Contains("5919", StringComparison.Ordinal) || line.Contains("The post shows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_New_Is_Pointed_Out_Although_Something_Else_Was_Kept()
    {
        await using var ann = await CreateAsync();
        await ToDetailsAsync(ann, "scan.png");
        await ann.PressAsync(ReportVerbs.KeepDetails, new JObject { ["reason"] = "Needed." });
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/y", SamplePictures.Png(7)), "dob 1 May 1950.png"));
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Contains("Is this a patient's detail?", Read(ann.Last));
        Assert.Empty(await ann.SentAsync());

        await ann.SayAsync("stars");
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Single(await ann.SentAsync());
    }

    [Fact]
    public async Task Taken_Out_After_All_It_Is_Not_Said_To_Be_There()
    {
        await using var ann = await CreateAsync();
        await ToDetailsAsync(ann, "scan.png");
        await ann.PressAsync(ReportVerbs.KeepDetails, new JObject { ["reason"] = "Needed." });
        await ann.PressAsync(ReportVerbs.Change);
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.PressAsync(ReportVerbs.Done);
        await ann.SayAsync("skip");
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Null(Assert.Single(await ann.SentAsync()).KeptDetails);
    }

    [Fact]
    public async Task The_Day_Of_A_Post_Is_No_Reason_To_Ask()
    {
        await using var ann = await CreateAsync();
        await ann.ReviewAsync(FilledForm.With("whatHappened", "Posted on 04/03/2026 at 10:00, shared 12 times. Ring 01803 555019."));
        Assert.Contains("Is this right?", Read(ann.Last));
    }

    private static async Task ToDetailsAsync(ReportDriver ann, string file)
    {
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, Telling);
        await ann.SendAsync(EvidenceRig.Attached(ann.Server.Serve("/x", SamplePictures.Png()), file));
        await ann.PressAsync(ReportVerbs.Done);
        await ann.SayAsync("skip");
    }

    private static async Task NothingLeaksAsync(ReportDriver ann, Case sent)
    {
        var events = await ann.Cases.ListEventsAsync(sent.Id, default);
        Assert.DoesNotContain(events, one => CaseJson.Write(one).Contains("5919", StringComparison.Ordinal));
        Assert.DoesNotContain(ann.Logs.Lines, line => line.Contains("5919", StringComparison.Ordinal));
    }
}
