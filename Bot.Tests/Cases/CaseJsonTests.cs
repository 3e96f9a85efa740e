using System.Text.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Cases;

/// <summary>The canonical JSON that the hash chain stands on: nothing in it may change for what is already written.</summary>
public sealed class CaseJsonTests
{
    private static readonly CaseId Id = new(Guid.Parse("11111111-2222-3333-4444-555555555555"));

    private static readonly SealedEvidence Screenshot = new(
        new EvidenceId(Guid.Parse("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")),
        "Screenshot 1.png",
        "image/png",
        12_345,
        new string('a', 64),
        Wednesday);

    private static readonly ExportId Export = new(Guid.Parse("99999999-2222-3333-4444-555555555555"));

    [Fact]
    public void A_Decided_Case_Is_Written_To_The_Letter()
    {
        var decided = (CaseOutcome.Recorded)Awkward().Decide(
            new DecideCommand(1, [DecisionOutcome.RemoveFromPage], "Item 7", null, null, "2026-11-23"), Mona, Wednesday.AddHours(1));

        Assert.Equal(
            """
            {"id":"11111111222233334444555555555555","practice":"rowcroft","reference":"RMC-2026-0001","version":2,"status":"Decided",
            "reporter":{"id":"00000000-0000-0000-0000-0000000000a1","name":"Ann Receptionist"},
            "facts":{"subject":"Me","concernsManager":false,"platform":"Facebook","location":"OwnPagePost",
            "link":"https://facebook.example/post/1","seenOn":"2026-03-03","visibility":"StillUp",
            "whatHappened":"\"Rude\" <b>words</b> & an \uD83D\uDE00 é","kinds":["StaffNamed","AbusiveOrOffensive"],"poster":"angry.patient",
            "posterRelation":"Patient"},
            "evidence":[{"id":"aaaaaaaabbbbccccddddeeeeeeeeeeee","name":"Screenshot 1.png","contentType":"image/png","size":12345,
            "sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","receivedAt":"2026-03-04T10:00:00+00:00"}],
            "urgency":"Normal","reportedAt":"2026-03-04T10:00:00+00:00","dueAt":"2026-03-09T10:00:00+00:00","questions":[],
            "decision":{"outcomes":["RemoveFromPage"],"by":{"id":"00000000-0000-0000-0000-0000000000b1","name":"Mona Manager"},
            "at":"2026-03-04T11:00:00+00:00","reason":"Item 7","guidanceVersion":"2026-11-23"}}
            """.ReplaceLineEndings(""),
            CaseJson.Write(decided.Case));
        Assert.Equal(
            """{"event":"withdrawn","actor":"00000000-0000-0000-0000-0000000000a1","at":"2026-03-04T10:00:00+00:00"}""",
            CaseJson.Write(new CaseWithdrawn(Ann.Id, Wednesday)));
    }

    [Fact]
    public void A_Case_Survives_The_Round_Trip_Whatever_Was_Done_With_It()
    {
        var reported = Awkward();
        var asked = ((CaseOutcome.Recorded)reported.Ask(new AskCommand(1, "Where?"), Mona, Wednesday)).Case;
        var answered = ((CaseOutcome.Recorded)asked.Answer(new AnswerCommand("There"), Ann, Wednesday)).Case;
        Case[] cases =
        [
            reported,
            asked,
            answered,
            ((CaseOutcome.Recorded)answered.Withdraw(Ann, Wednesday)).Case,
            new CaseBuilder().About(Dev).ConcerningTheManager().Urgent().WithoutEvidence().Decided(),
        ];

        Assert.All(cases, current =>
        {
            var json = CaseJson.Write(current);
            var read = CaseJson.ReadCase(json);
            Assert.Equal(json, CaseJson.Write(read));
            Assert.Equal((current.Status, current.Version, current.Reference), (read.Status, read.Version, read.Reference));
            Assert.Equal(current.OpenQuestion, read.OpenQuestion);
        });
    }

    [Fact]
    public void Every_Kind_Of_Event_Survives_The_Round_Trip()
    {
        var decision = new Decision([DecisionOutcome.LegalAdvice], Mona, Wednesday, "Reason", "For Ann", "No picture", "2026-11-23");
        CaseEvent[] events =
        [
            new ActionRefused(Dev.Id, Wednesday, "case/decide"),
            new CaseDecided(Mona.Id, Wednesday, decision),
            new CaseReported(Ann.Id, Wednesday, Awkward().Facts, [Screenshot], Urgency.Urgent),
            new CaseWithdrawn(Ann.Id, Wednesday),
            new CasesMerged(Mona.Id, Wednesday, Id, new CaseReference("RMC", 2026, 1), new CaseId(Guid.Empty), new CaseReference("RMC", 2026, 2), Urgency.Urgent),
            new CasesTakenApart(Mona.Id, Wednesday, Id, new CaseReference("RMC", 2026, 1), new CaseId(Guid.Empty), new CaseReference("RMC", 2026, 2)),
            new EvidenceDownloaded(Mona.Id, Wednesday, Screenshot.Id, Screenshot.Sha256),
            new EvidenceExported(
                Mona.Id, Wednesday, Export, ExportAudience.Police, ExportCopies.Originals, "They asked", Screenshot.Sha256,
                [new ExportedFile(Screenshot.Id, Screenshot.Sha256)]),
            new EvidenceInfected(PersonId.Bot, Wednesday, Screenshot.Id, Screenshot.Sha256, "Test.File-1"),
            new EvidenceNameKept(Ann.Id, Wednesday, Screenshot.Id, "scan 943 476 5919.png", new KeptPatientDetails(["Name of a screenshot: NHS number 943 *** ****"], "Needed")),
            new EvidencePurged(PersonId.Bot, Wednesday, Screenshot.Id, Screenshot.Sha256),
            new EvidenceReceived(Ann.Id, Wednesday, Screenshot),
            new EvidenceRedacted(Mona.Id, Wednesday, Screenshot.Id, Screenshot.Sha256, Screenshot),
            new EvidenceViewed(Mona.Id, Wednesday, Screenshot.Id, Screenshot.Sha256),
            new ExportConfirmed(Dev.Id, Wednesday, Export),
            new ExportDeclined(Dev.Id, Wednesday, Export),
            new ExportRequested(Mona.Id, Wednesday, Export, ExportAudience.Platform, ExportCopies.Redacted, null),
            new HoldPlaced(Mona.Id, Wednesday, "A solicitor's letter"),
            new HoldReleased(Mona.Id, Wednesday, "It is over"),
            new PurgeBegun(PersonId.Bot, Wednesday, "an incident that was not serious, 10 years"),
            new QuestionAnswered(Ann.Id, Wednesday, "There"),
            new QuestionAsked(Mona.Id, Wednesday, "Where?"),
            new ReportTakenBack(Ann.Id, Wednesday, Id, new CaseReference("RMC", 2026, 1)),
            new SubjectAccessGiven(PersonId.Bot, Wednesday, true, Screenshot.Sha256),
            new TwinDismissed(Mona.Id, Wednesday, Id, new CaseReference("RMC", 2026, 2)),
        ];

        Assert.Equal(ClosedFamily.Of<CaseEvent>(), events.Select(one => one.GetType()));
        Assert.All(events, one =>
        {
            var read = CaseJson.ReadEvent(CaseJson.Write(one));
            Assert.IsType(one.GetType(), read);
            Assert.Equal(CaseJson.Write(one), CaseJson.Write(read));
        });
    }

    [Theory]
    [InlineData("""{"event":"exploded","actor":"x","at":"2026-03-04T10:00:00+00:00"}""")]
    [InlineData("""{"event":"withdrawn","actor":null,"at":"2026-03-04T10:00:00+00:00"}""")]
    [InlineData("{")]
    public void What_Is_No_Event_Is_Not_Read_As_One(string json) => Assert.ThrowsAny<JsonException>(() => CaseJson.ReadEvent(json));

    [Fact]
    public void The_Chain_Is_The_Hash_Of_The_Hash_Before_And_The_Event()
    {
        Assert.Equal(new string('0', 64), CaseChain.Start);

        // printf '%064d\n{"event":"a"}' 0 | sha256sum
        Assert.Equal("5558736ae7efc14a3a8bd0dc93410c6dba6d9d060fb9780828532bb3be967f17", CaseChain.Hash(CaseChain.Start, """{"event":"a"}"""));
    }

    [Fact]
    public void A_Changed_Missing_Or_Reordered_Event_Breaks_The_Chain()
    {
        string[] events = ["""{"event":"a"}""", """{"event":"b"}""", """{"event":"c"}"""];
        var whole = Chain(events);

        Assert.Equal(whole, Chain(events));
        Assert.NotEqual(whole, Chain([events[0], events[1], events[2] + " "]));
        Assert.NotEqual(whole, Chain([events[0], events[2]]));
        Assert.NotEqual(whole, Chain([events[1], events[0], events[2]]));
    }

    private static string Chain(IEnumerable<string> events) => events.Aggregate(CaseChain.Start, CaseChain.Hash);

    private static Case Awkward() => new CaseBuilder()
        .WithId(Id)
        .WithEvidence(Screenshot)
        .With(facts => facts with { WhatHappened = "\"Rude\" <b>words</b> & an 😀 é" })
        .Build();
}
