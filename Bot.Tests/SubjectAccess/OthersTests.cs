using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.SubjectAccess;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.SubjectAccess;

/// <summary>What a copy says of people other than the one who asked.</summary>
public sealed class OthersTests
{
    [SkippableTheory, BothDatabases]
    public async Task Whoever_A_Post_Is_About_Does_Not_Learn_Who_Reported_It(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        var draft = new CaseId(Guid.NewGuid());
        var file = await asking.Rig.SealAsync(draft, "Anns phone.png");
        var report = new CaseBuilder().WithId(draft).WithEvidence(file).About(Dev)
            .With(facts => facts with { WhatHappened = "I saw it at the front desk.", Link = "https://facebook.example/anns-group" }).Report();
        await asking.Rig.Get<CaseRecorder>().OpenAsync(
            report with { Provenance = new EvidenceProvenance(EvidenceTaker.Reporter, EvidenceDevice.Phone, WholeScreen.Yes, SeenHow.Member) }, now => now.AddDays(3), default);

        var copy = await asking.CopyAsync(Dev, switches => switches with { WithFiles = true });

        Assert.Equal("it is about you", (string?)copy.Section("Reports and cases")[0]!["yourPart"]![0]);
        Assert.Equal("another person", (string?)copy.Section("Reports and cases")[0]!["case"]!["reporter"]);
        Assert.All(
            ["Ann Receptionist", Ann.Id.Value, "front desk", "anns-group", "Anns phone", "Member", "angry.patient"],
            words => Assert.DoesNotContain(words, copy.Words, StringComparison.Ordinal));
        Assert.DoesNotContain(copy.Entries.Keys, entry => entry.StartsWith("screenshots/", StringComparison.Ordinal));
        Assert.Contains("I saw it at the front desk.", copy.ForReview, StringComparison.Ordinal);
    }

    [SkippableTheory, BothDatabases]
    public async Task Of_Somebody_Elses_Report_Whoever_Decided_Gets_What_They_Did_Alone(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        var @case = await asking.Rig.OpenAsync();
        await asking.Rig.Get<CaseRecorder>().AuditAsync(@case, new ActionRefused(Mona.Id, Wednesday, "case/export"), default);
        await asking.Rig.Get<CaseRecorder>().AuditAsync(@case, new EvidenceViewed(Dev.Id, Wednesday, @case.Evidence[0].Id, @case.Evidence[0].Sha256), default);
        await asking.Rig.ApplyAsync(@case, current => current.Decide(
            new DecideCommand(current.Version, [DecisionOutcome.NoFurtherAction], "Ann Receptionist and Angry.Patient know each other; Ann is fine. Nothing for Annabel.", null, null, "2026-01"), Mona, Wednesday));

        var copy = await asking.CopyAsync(Mona);

        var held = Assert.Single(copy.Section("Reports and cases"))!;
        Assert.Equal(["action refused", "decided"], held["whatYouDid"]!.AsArray().Select(one => (string?)one!["event"]));
        Assert.Null(held["case"]);
        Assert.Equal(
            "[another person] and [another person] know each other; [another person] is fine. Nothing for Annabel.",
            (string?)held["whatYouDid"]![1]!["decision"]!["reason"]);
        Assert.DoesNotContain("They called me names", copy.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Ann.Id.Value, copy.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_A_Human_Releases_Is_Given_And_Nothing_Else()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await asking.Rig.DecideAsync(await asking.Rig.OpenAsync(screenshots: 0));
        Assert.DoesNotContain("Because of item 7.", (await asking.CopyAsync(Ann)).Words, StringComparison.Ordinal);
        var list = asking.Write("release.txt", "RMC-2026-0001/decision/reason\n\nRMC-2026-0001/decision/by\n");

        var copy = await asking.CopyAsync(Ann, switches => switches with { Release = list });

        var held = copy.Section("Reports and cases")[0]!;
        Assert.Equal("Because of item 7.", (string?)held["case"]!["decision"]!["reason"]);
        Assert.Equal("Because of item 7.", (string?)held["whatHappened"]![1]!["decision"]!["reason"]);
        Assert.Equal("Mona Manager", (string?)held["case"]!["decision"]!["by"]);
        Assert.Equal(Discretion.AnotherPerson, (string?)held["case"]!["facts"]!["poster"]);
        Assert.Contains("yes, because it was released", copy.ForReview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Case_That_Only_Says_Their_Name_Is_On_The_List_And_Not_In_The_Copy()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await asking.Rig.OpenAsync(new CaseBuilder().With(facts => facts with { WhatHappened = "They wrote that dev deputy cannot count." }), screenshots: 0);
        await asking.Rig.OpenAsync(new CaseBuilder().About(Dev), screenshots: 0);

        var copy = await asking.CopyAsync(Dev);

        Assert.Equal("RMC-2026-0002", (string?)Assert.Single(copy.Section("Reports and cases"))!["reference"]);
        Assert.Contains("RMC-2026-0001/text", copy.ForReview, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot count", copy.Words, StringComparison.Ordinal);
    }

    [SkippableTheory, BothDatabases]
    public async Task An_Unsent_Report_Is_Given_To_Whoever_Began_It_And_Its_Existence_To_Whom_It_Names(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        await asking.Rig.DecideAsync(await asking.Rig.OpenAsync(screenshots: 0));
        await DraftAsync(asking, Ann, Dev, "Mona Manager said: nobody reads this.");

        var own = (await asking.CopyAsync(Ann)).Section("Reports that were begun and not sent");
        var named = await asking.CopyAsync(Dev);

        Assert.Equal("[another person] said: nobody reads this.", (string?)own[0]!["report"]!["Answers"]!["WhatHappened"]);
        Assert.Equal(("another person", "another person"), ((string?)own[0]!["report"]!["Answers"]!["Colleague"], (string?)own[0]!["report"]!["Answers"]!["Poster"]));
        Assert.Contains("Another person has begun a report that names you", named.Words, StringComparison.Ordinal);
        Assert.All(["nobody reads this", Ann.Id.Value, "angry.patient"], words => Assert.DoesNotContain(words, named.Words, StringComparison.Ordinal));
        Assert.Contains("nobody reads this", named.ForReview, StringComparison.Ordinal);
    }

    [SkippableTheory, BothDatabases]
    public async Task An_Unsent_Report_Belongs_To_The_Practice_To_Which_It_Is_Made(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        await asking.Rig.DecideAsync(await asking.Rig.OpenAsync(screenshots: 0));
        await asking.Rig.DeliverAsync();
        await DraftAsync(asking, Ann, Dev, "Elsewhere.", "another");

        Assert.Empty((await asking.CopyAsync(Ann)).Section("Reports that were begun and not sent"));
        Assert.Single((await asking.CopyAsync(Ann, switches => switches with { Practice = "another" })).Section("Reports that were begun and not sent"));
        Assert.Equal(0, (await EraseAsync(asking, Ann)).ExitCode);
        await using var db = await asking.Rig.ContextAsync();
        Assert.Single(db.BotStates);
    }

    [Fact]
    public async Task Settings_Name_Those_Who_Decide_And_Each_Gets_Only_Themselves()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await using (var db = await asking.Rig.ContextAsync())
        {
            var choices = new PracticeChoices { Managers = [Mona.Id.Value], Deputies = [Dev.Id.Value] }.Write();
            await db.Practices.ExecuteUpdateAsync(row => row.SetProperty(r => r.Choices, choices));
        }

        var copy = await asking.CopyAsync(Dev);

        Assert.Contains(Dev.Id.Value, (string?)Assert.Single(copy.Section("Settings of the practice"))!["choices"], StringComparison.Ordinal);
        Assert.DoesNotContain(Mona.Id.Value, copy.Words, StringComparison.Ordinal);
    }

    [SkippableTheory, BothDatabases]
    public async Task Erase_Forgets_Chat_And_Unsent_Words_And_Leaves_Cases_And_Others_Alone(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        var @case = await asking.Rig.DecideAsync(await asking.Rig.OpenAsync(screenshots: 2));
        await asking.Rig.DeliverAsync();
        await DraftAsync(asking, Ann, Dev, "Mine.");
        await DraftAsync(asking, Dev, Ann, "Dev's own.");

        Assert.Equal((0, true), await EraseAsync(asking, Ann));
        Assert.Equal(2, (await EraseAsync(asking, Ann)).ExitCode);

        await using var db = await asking.Rig.ContextAsync();
        Assert.DoesNotContain(db.Contacts, row => row.Person == Ann.Id);
        Assert.Contains("Dev's own.", Assert.Single(db.BotStates).Json, StringComparison.Ordinal);
        Assert.Equal(CaseJson.Write(@case), CaseJson.Write((await asking.Rig.FindAsync(@case))!));
        Assert.Empty((await asking.Rig.CheckAsync()).Findings);
    }

    private static async Task<(int ExitCode, bool SaysWhatIsKept)> EraseAsync(SubjectAccessRig asking, NamedPerson person)
    {
        await using var output = new StringWriter();
        var switches = new SubjectSwitches { Person = person.Id.Value, Practice = CaseBuilder.Practice.Value };
        var exitCode = await asking.Rig.Get<EraseCommand>().RunAsync(switches, output, default);
        return (exitCode, output.ToString().Contains("Kept: 1 case(s)", StringComparison.Ordinal));
    }

    private static Task DraftAsync(SubjectAccessRig asking, NamedPerson by, NamedPerson about, string text, string practice = "rowcroft") =>
        asking.Rig.Get<IStorage>().WriteAsync(new Dictionary<string, object>
        {
            [$"msteams/conversations/{DeliveryDriver.ChatOf(by)}"] = new Dictionary<string, object>
            {
                ["report"] = new ReportDraft
                {
                    Id = Guid.NewGuid(),
                    Reporter = by.Id.Value,
                    Practice = practice,
                    StartedAt = Wednesday,
                    Answers = new FormAnswers { WhatHappened = text, Colleague = about.Id.Value, Poster = "angry.patient" },
                },
            },
        });
}
