using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>The real bot on a disk that is really full: people are told in a sentence, nothing that was confirmed is lost, and it goes on.</summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public async Task A_Report_Goes_On_When_Its_Screenshot_Finds_No_Room()
    {
        using var disk = SmallDisk.Require("1m");
        await using var practice = await StartAsync("Evidence:Path", disk.File("evidence"));
        var nurse = practice.Nurse;
        await nurse.FillFormAsync();
        disk.Fill();

        await nurse.SayAsync("", nurse.Paste(SamplePictures.Png(1)));
        Assert.Contains("We could not keep it just now. Please hold on to the picture and send it again later", nurse.Reads(), StringComparison.Ordinal);
        Assert.Equal((200, "Degraded"), await ReadyAsync(practice));
        disk.Free();
        await nurse.SayAsync("", nurse.Paste(SamplePictures.Png(2)));
        Assert.Contains("1 screenshot is kept", nurse.Reads(), StringComparison.Ordinal);
        await FinishAsync(practice, "Done", "Skip", "Send");

        Assert.Equal((200, "Healthy"), await ReadyAsync(practice));
        await AssertSoundAsync(practice, cases: 1, files: 1);
    }

    [SkippableFact]
    public async Task A_Turn_That_Cannot_Be_Written_Down_Ends_With_One_Sentence_And_Nothing_Confirmed_Is_Lost()
    {
        using var disk = SmallDisk.Require("16m");
        await using var practice = await StartAsync("Storage:Path", disk.File("rowcroft.db"));
        var (receptionist, nurse) = (practice.Receptionist, practice.Nurse);
        await receptionist.ReportAsync();
        await nurse.FillFormAsync();
        var screenshots = nurse.Newest();
        await EmptyLogAsync(practice);
        disk.Fill();

        await receptionist.SayAsync("report");
        Assert.Equal(TurnErrors.Sorry, receptionist.Reads());
        await nurse.PressAsync(screenshots, "I have none");
        Assert.Equal(TurnErrors.Sorry, nurse.Reads());
        Assert.Equal((503, "The database's disk takes no more bytes: it is full or read-only. What people send is not kept."), await StorageAsync(practice));

        disk.Free();
        Assert.Equal((200, "The database answers."), await StorageAsync(practice));
        await nurse.SayAsync("none"); // the card was answered in Teams, though nothing of it could be written down
        await FinishAsync(practice, "Send");
        await receptionist.ReportAsync();

        await AssertSoundAsync(practice, cases: 3, files: 0);
        var first = await practice.Get<CaseStore>().FindByReferenceAsync(CaseBuilder.Practice, new CaseReference("RMC", 2026, 1), default);
        Assert.Equal("They called me names under our opening hours.", first!.Facts.WhatHappened);
    }

    private static Task<PracticeInTeams> StartAsync(string setting, string value) =>
        PracticeInTeams.StartAsync(settings: new Dictionary<string, string?> { [setting] = value });

    private static async Task FinishAsync(PracticeInTeams practice, params IReadOnlyList<string> buttons)
    {
        foreach (var button in buttons)
        {
            await practice.Nurse.PressAsync(practice.Nurse.Newest(), button);
        }
    }

    /// <summary>
    /// A log that is empty has no room in which the next turn could be written down all the same. SQLite does not empty it while somebody
    /// reads or writes, and says so.
    /// </summary>
    private static async Task EmptyLogAsync(PracticeInTeams practice)
    {
        await practice.QuietAsync();
        await practice.Teams.UntilAsync(() =>
        {
            using var db = practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContext();
            db.Database.OpenConnection();
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return command.ExecuteScalar() is 0L;
        });
    }

    private static async Task AssertSoundAsync(PracticeInTeams practice, int cases, int files)
    {
        var report = await practice.Get<CustodyCheck>().RunAsync(CaseBuilder.Practice, CheckPace.AsFastAsItGoes(TimeProvider.System), default);
        Assert.Empty(report.Findings);
        Assert.Equal((cases, files), (report.Cases, report.Files));
    }

    private static async Task<(int Status, string? Overall)> ReadyAsync(PracticeInTeams practice)
    {
        var (status, answer) = await AskAsync(practice);
        return (status, (string?)answer["checks"]!["evidence"]!["status"]);
    }

    private static async Task<(int Status, string? Sentence)> StorageAsync(PracticeInTeams practice)
    {
        var (status, answer) = await AskAsync(practice);
        return (status, (string?)answer["checks"]!["storage"]!["description"]);
    }

    private static async Task<(int Status, JsonNode Answer)> AskAsync(PracticeInTeams practice)
    {
        practice.Clock.Advance(TimeSpan.FromMinutes(3)); // what was found is told again for two minutes
        using var caller = new RawCaller(practice);
        var (status, body) = await caller.SendAsync(HttpMethod.Get, null, path: "health/ready");
        return (status, JsonNode.Parse(body)!);
    }
}
