using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.ReportDriver;

namespace Rowcroft.TeamsBot.Tests.Reporting;

/// <summary>The way from the safety question to the receipt.</summary>
public sealed class ReportingConversationTests
{
    [Fact]
    public async Task A_Report_Goes_From_The_Safety_Question_To_The_Receipt()
    {
        await using var ann = await CreateAsync();

        await ann.SayAsync("report");
        Assert.Contains("is someone in danger now?", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Safe);
        Assert.Contains("What happened?", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        Assert.Contains("Never upload", Read(ann.Last));
        await ann.SendPictureAsync();
        Assert.Contains("1 screenshot is kept", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Done);
        Assert.Contains("About your screenshots", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.NoProvenance);
        Assert.Contains("They called me names under our opening hours.", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        var receipt = Read(ann.Last);
        Assert.Contains("Thank you. Your report is RMC-2026-0001", receipt);
        Assert.Contains("decide by Monday 9 March 2026, 18:30", receipt);
        Assert.Contains(Assert.Single(sent.Evidence).Sha256, receipt);
        Assert.Contains("It does not prove that the post was genuine", receipt);
        Assert.Contains("Please do not reply to the post", receipt);
        Assert.Contains("116 123", receipt);
        Assert.Equal([AbuseKind.StaffNamed, AbuseKind.AbusiveOrOffensive], sent.Facts.Kinds);
        Assert.Equal((CaseBuilder.Ann, Urgency.Normal), (sent.Reporter, sent.Urgency));
    }

    [Fact]
    public async Task A_Report_Can_Be_Made_With_Typed_Words_Around_The_Form()
    {
        await using var ann = await CreateAsync();

        await ann.SayAsync("report");
        await ann.SayAsync("No.");
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SayAsync("none");
        await ann.SayAsync("SEND");

        Assert.Empty(Assert.Single(await ann.SentAsync()).Evidence);
        Assert.DoesNotContain("Receipt for your screenshots", Read(ann.Last));
    }

    [Theory]
    [InlineData(nameof(ReportSubject.Me))]
    [InlineData(nameof(ReportSubject.Practice))]
    public async Task A_Report_Is_About_Me_Or_The_Practice(string about)
    {
        var subject = Enum.Parse<ReportSubject>(about);
        await using var ann = await CreateAsync();
        await ann.ReviewAsync(FilledForm.About(subject));
        await ann.PressAsync(ReportVerbs.Send);

        var facts = Assert.Single(await ann.SentAsync()).Facts;
        Assert.Equal((subject, null), (facts.Subject, facts.Colleague));
    }

    [Fact]
    public async Task A_Report_About_A_Colleague_Names_Them_From_The_Roster_Without_The_Reporter()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        Assert.Contains("Bea Nurse", Read(ann.Last));
        Assert.DoesNotContain("Ann Receptionist", Read(ann.Last));

        var form = FilledForm.About(ReportSubject.Colleague);
        form["colleague"] = Bea.Id.Value;
        await ann.PressAsync(ReportVerbs.Form, form);
        await ann.SayAsync("none");
        Assert.Contains("Bea Nurse", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Equal(Bea, Assert.Single(await ann.SentAsync()).Facts.Colleague);
    }

    [Fact]
    public async Task A_Report_That_Concerns_The_Manager_Says_That_Only_The_Deputy_Sees_It()
    {
        await using var ann = await CreateAsync();
        await ann.ReviewAsync(FilledForm.With("concernsManager", "true"));
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Contains("The practice manager does not see it", Read(ann.Last));
        Assert.True(Assert.Single(await ann.SentAsync()).Facts.ConcernsManager);
    }

    [Fact]
    public async Task A_Report_That_Nobody_May_Decide_Says_Whom_To_Speak_To()
    {
        await using var ann = await CreateAsync(("Practice:Managers:0", "gone@example.org"), ("Practice:Deputies:0", "left@example.org"));
        await ann.ReviewAsync(FilledForm.About());
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Contains("Please speak to a GP partner", Read(ann.Last));
        Assert.Contains("RMC-2026-0001", Read(ann.Last));
    }

    [Fact]
    public async Task Someone_In_Danger_Gets_The_Card_And_The_Alert_Before_The_Form()
    {
        await using var ann = await CreateAsync();
        await ann.SayAsync("report");
        await ann.PressAsync(ReportVerbs.Danger);

        Assert.Contains("Call 999", Read(ann.Chat.Said[^2]));
        Assert.Contains("What happened?", Read(ann.Last));
        var alert = Assert.Single(await ann.OutboxAsync());
        Assert.Equal((DangerAnnouncer.Kind, true), (alert.Kind, alert.Urgent));
        Assert.DoesNotContain("Ann", alert.Detail);

        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SayAsync("none");
        Assert.Contains("Urgent", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Equal(Urgency.Urgent, Assert.Single(await ann.SentAsync()).Urgency);
        Assert.Contains("decide by Thursday 5 March 2026, 18:30", Read(ann.Last));
    }

    [Theory]
    [InlineData(null, "mona", "I have alerted the deputy.", 1)]
    [InlineData("ann", null, "I could not alert anybody, because nobody but you is set up for that.", 0)]
    [InlineData("ann", null, "I have alerted the GP partners.", 2, "mona", "dev", "ann")]
    [InlineData("gone", null, "I have alerted the GP partners.", 1, "mona")]
    public async Task Whom_The_Danger_Card_Names_Is_Alerted_And_Nobody_Is_Named_Who_Is_Not(
        string? manager, string? deputy, string said, int alerts, params string[] partners)
    {
        (string, string)[] settings =
        [
            ("Practice:Managers:0", IdOf(manager)), ("Practice:Deputies:0", IdOf(deputy)), .. partners.Select((partner, i) => ($"Practice:Partners:{i}", IdOf(partner))),
        ];
        await using var ann = await CreateAsync(settings);
        await ann.SayAsync("report");
        await ann.PressAsync(ReportVerbs.Danger);

        Assert.Contains(said, Read(ann.Chat.Said[^2]));
        Assert.Equal(alerts, (await ann.OutboxAsync()).Count(alert => alert.Kind == DangerAnnouncer.Kind));
    }

    private static string IdOf(string? who) => who switch
    {
        "ann" => CaseBuilder.Ann.Id.Value,
        "mona" => CaseBuilder.Mona.Id.Value,
        "dev" => CaseBuilder.Dev.Id.Value,
        _ => who ?? "",
    };

    [Fact]
    public async Task A_Sexual_Image_Is_Reported_Without_Any_Upload()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("kinds", "SexualImage"));

        Assert.Contains("Internet Watch Foundation", Read(ann.Chat.Said[^2]));
        Assert.Contains("Is this right?", Read(ann.Last));
        await ann.SendPictureAsync();
        Assert.Contains("I have not kept that picture", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Empty(Assert.Single(await ann.SentAsync()).Evidence);
        Assert.Empty(ann.Server.Requests);
    }

    [Fact]
    public async Task Pictures_Sent_Before_The_Kind_Became_Sexual_Image_Are_Deleted()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SendPictureAsync();
        await ann.PressAsync(ReportVerbs.Done);
        await ann.SayAsync("skip");
        await ann.PressAsync(ReportVerbs.Change);
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("kinds", "SexualImage,StaffNamed"));

        Assert.Contains("The pictures you sent before are deleted.", Read(ann.Chat.Said[^2]));
        Assert.Empty(ann.KeptFiles);
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Empty(Assert.Single(await ann.SentAsync()).Evidence);
    }

    [Fact]
    public async Task What_Is_Refused_Is_Named_With_Its_Reason_And_The_Rest_Is_Kept()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SendAsync(
            EvidenceRig.Pasted(ann.Server.Serve("/1", SamplePictures.Png())),
            EvidenceRig.Attached(ann.Server.Serve("/2", SamplePictures.WindowsProgram), "holiday.png"),
            EvidenceRig.Attached("http://169.254.169.254/latest", "meta.png"));

        var answer = Read(ann.Last);
        Assert.Contains("1 screenshot is kept", answer);
        Assert.Contains("holiday.png. This is a program, not a picture", answer);
        Assert.Contains("meta.png. Its address does not belong to Teams", answer);
    }

    [Fact]
    public async Task Change_Gives_The_Form_Back_Filled_In_And_Keeps_The_Screenshots()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SendPictureAsync();
        await ann.SayAsync("done");
        await ann.SayAsync("skip");
        await ann.SayAsync("change");
        Assert.Contains("They called me names", CardOf(ann.Last)!.ToString());

        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("whatHappened", "It was worse than that."));
        await ann.PressAsync(ReportVerbs.Done);
        await ann.PressAsync(ReportVerbs.NoProvenance);
        Assert.Contains("It was worse than that.", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Send);

        var sent = Assert.Single(await ann.SentAsync());
        Assert.Equal("It was worse than that.", sent.Facts.WhatHappened);
        Assert.Single(sent.Evidence);
    }

    [Fact]
    public async Task A_Form_With_Mistakes_Comes_Back_With_What_Was_Typed()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("link", "not a link"));

        Assert.Contains("Please copy the whole link", Read(ann.Last));
        Assert.Contains("They called me names", CardOf(ann.Last)!.ToString());
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        Assert.Contains("Screenshots", Read(ann.Last));
    }

    [Fact]
    public async Task A_Text_Of_100000_Characters_Is_Refused_Kindly_And_Shortened_By_The_Reporter()
    {
        await using var ann = await CreateAsync();
        await ann.FormAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("whatHappened", new string('x', 100_000)));
        Assert.Contains("Your text has 100,000 characters. The most is 4,000", Read(ann.Last));

        await ann.RestartAsync();
        await ann.PressAsync(ReportVerbs.Form, FilledForm.With("whatHappened", new string('x', 4_000)));
        await ann.SayAsync("none");
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Equal(4_000, Assert.Single(await ann.SentAsync()).Facts.WhatHappened.Length);
    }

    [Fact]
    public async Task A_Colleague_Who_Left_Before_It_Was_Sent_Brings_The_Form_Back()
    {
        await using var ann = await CreateAsync();
        var form = FilledForm.About(ReportSubject.Colleague);
        form["colleague"] = Bea.Id.Value;
        await ann.ReviewAsync(form);
        ann.Roster.People.RemoveAll(person => person.Id == Bea.Id);
        await ann.PressAsync(ReportVerbs.Send);

        Assert.Empty(await ann.SentAsync());
        Assert.Contains("Please choose which colleague", Read(ann.Last));
        await ann.PressAsync(ReportVerbs.Form, FilledForm.About());
        await ann.SayAsync("none");
        await ann.PressAsync(ReportVerbs.Send);
        Assert.Single(await ann.SentAsync());
    }
}
