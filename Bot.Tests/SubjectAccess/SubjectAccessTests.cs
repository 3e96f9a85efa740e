using System.IO.Compression;
using System.Security.Cryptography;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess;
using Rowcroft.TeamsBot.Tests.Custody;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.SubjectAccess;

/// <summary><c>dotnet run --project Bot -- subject-access</c></summary>
public sealed class SubjectAccessTests
{
    [SkippableTheory, BothDatabases]
    public async Task A_Reporter_Gets_All_That_Is_Held_And_Nothing_Of_Anybody_Else(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        var @case = await DecidedStoryAsync(asking.Rig);

        var copy = await asking.CopyAsync(Ann, switches => switches with { WithFiles = true });

        var held = Assert.Single(copy.Section("Reports and cases"))!;
        Assert.Equal("you reported it", (string?)held["yourPart"]![0]);
        Assert.Equal("until 2036-03-04 (a case that became a complaint: 10 years after its end)", (string?)held["kept"]);
        Assert.Equal("Own page post", (string?)held["case"]!["facts"]!["location"]);
        Assert.StartsWith("yes, since 2026-03-04", (string?)held["legalHold"], StringComparison.Ordinal);
        Assert.Equal(["reported", "question asked", "question answered", "decided", "hold placed", "evidence viewed"], held["whatHappened"]!.AsArray().Select(one => (string?)one!["event"]));
        Assert.All(
            ["They called me names under our opening hours.", "Where does it stand?", "Under the opening hours.", "Thank you for telling us.", "you (Ann Receptionist)"],
            words => Assert.Contains(words, copy.Words, StringComparison.Ordinal));
        Assert.All(
            ["Mona Manager", Mona.Id.Value, "angry.patient", "Because of item 7.", "A solicitor's letter"],
            words => Assert.DoesNotContain(words, copy.Words, StringComparison.Ordinal));
        Assert.Equal(2, copy.Section("Screenshots that you sent").Count);
        Assert.Single(copy.Section("Your chat with the bot"));
        Assert.NotEmpty(copy.Section("Messages to you"));
        Assert.NotEmpty(copy.Section("Cards in your chat"));
        Assert.Equal(
            @case.Evidence.Select(file => file.Sha256).Order(),
            copy.Entries.Where(entry => entry.Key.StartsWith("screenshots/", StringComparison.Ordinal)).Select(entry => Convert.ToHexStringLower(SHA256.HashData(entry.Value))).Order());
    }

    [SkippableTheory, BothDatabases]
    public async Task That_A_Copy_Was_Made_Is_In_The_Chain_And_The_Same_Record_Gives_The_Same_Bytes(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        var @case = await DecidedStoryAsync(asking.Rig);

        var first = await asking.CopyAsync(Ann);
        var second = await asking.CopyAsync(Ann);

        Assert.Equal(first.Bytes, second.Bytes);
        var given = (await asking.Rig.Get<CaseStore>().ListEventsAsync(@case.Id, default)).OfType<SubjectAccessGiven>().ToList();
        Assert.Equal(2, given.Count);
        Assert.All(given, one => Assert.Equal((PersonId.Bot, false, Convert.ToHexStringLower(SHA256.HashData(first.Bytes))), (one.Actor, one.WithFiles, one.Sha256)));
        Assert.DoesNotContain(given, one => CaseJson.Write(one).Contains(Ann.Id.Value, StringComparison.Ordinal));
        Assert.Empty((await asking.Rig.CheckAsync()).Findings);
    }

    [Fact]
    public async Task The_List_For_A_Human_Is_Another_File_And_Both_Are_The_Accounts_Own()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await DecidedStoryAsync(asking.Rig);

        var copy = await asking.CopyAsync(Ann, switches => switches with { WithFiles = true });

        Assert.All(["Mona Manager", "angry.patient", "Because of item 7.", "A solicitor's letter", "The picture shows"],
            words => Assert.Contains(words, copy.ForReview, StringComparison.Ordinal));
        Assert.Equal(
            [CopyFile.PageName, CopyFile.DocumentName, "screenshots/01.png", "screenshots/02.png"], copy.Entries.Keys);
        Assert.DoesNotContain("post 1.png", string.Join(' ', copy.Entries.Keys), StringComparison.Ordinal);
        Assert.All(new[] { copy.Path, CopyFile.ListOf(copy.Path) }, file => Assert.Contains(Mode(file), new[] { "600", "none" }));
    }

    [Fact]
    public async Task What_Could_Be_Markup_Is_Text_On_The_Page()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await asking.Rig.OpenAsync(new CaseBuilder().With(facts => facts with { WhatHappened = "<script>alert(1)</script>" }));

        var copy = await asking.CopyAsync(Ann);

        var page = System.Text.Encoding.UTF8.GetString(copy.Entries[CopyFile.PageName]);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_Held_Is_One_Sentence_And_Exit_Code_2()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await asking.Rig.OpenAsync();
        var switches = new SubjectSwitches { Person = "99999999-0000-0000-0000-000000000001", Out = asking.NewPath() };

        Assert.Equal((2, "Nothing is held about 99999999-0000-0000-0000-000000000001. No file was written."), await asking.RunAsync(switches));
        Assert.False(File.Exists(switches.Out));
    }

    [Theory]
    [InlineData("ann@rowcroft.example")]
    [InlineData("Ann Receptionist")]
    [InlineData(null)]
    public async Task Only_An_Object_Id_Says_Who_It_Is(string? person)
    {
        await using var asking = await SubjectAccessRig.StartAsync();

        Assert.Equal((1, SubjectAccessCommand.NoPerson), await asking.RunAsync(new SubjectSwitches { Person = person, Out = asking.NewPath() }));
        Assert.Equal((1, SubjectAccessCommand.NoOut), await asking.RunAsync(new SubjectSwitches { Person = Ann.Id.Value }));
    }

    [Fact]
    public async Task A_File_That_Is_There_Is_Not_Written_Over()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await asking.Rig.OpenAsync();
        var path = asking.Write("precious.zip", "precious");

        var (exitCode, output) = await asking.RunAsync(new SubjectSwitches { Person = Ann.Id.Value, Out = path });

        Assert.Equal((1, "precious"), (exitCode, await File.ReadAllTextAsync(path)));
        Assert.Contains("is there already", output, StringComparison.Ordinal);
    }

    [SkippableTheory, BothDatabases]
    public async Task Each_Practice_Answers_For_Itself(string provider)
    {
        await using var asking = await SubjectAccessRig.StartAsync(provider);
        await asking.Rig.OpenAsync();
        await asking.Rig.ChangeAsync("INSERT INTO \"Practices\" (\"Practice\", \"TeamId\", \"ReferencePrefix\", \"Choices\", \"Version\") VALUES ('another', 'x', 'AMC', '{{}}', 1)");
        asking.Rig.Get<Practices>().Forget();
        await asking.Rig.Get<CaseRecorder>().OpenAsync(
            new CaseBuilder().In(new PracticeId("another")).WithoutEvidence().With(facts => facts with { WhatHappened = "Elsewhere." }).Report(), now => now, default);

        var (exitCode, output) = await asking.RunAsync(new SubjectSwitches { Person = Ann.Id.Value, Out = asking.NewPath() });

        Assert.Equal(1, exitCode);
        Assert.Contains("another, rowcroft", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere.", (await asking.CopyAsync(Ann)).Words, StringComparison.Ordinal);
        Assert.Contains("Elsewhere.", (await asking.CopyAsync(Ann, switches => switches with { Practice = "another" })).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_File_That_Cannot_Be_Read_Leaves_No_Half_Copy()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        var @case = await asking.Rig.OpenAsync();
        await asking.Rig.FlipByteAsync(@case.Evidence[0]);
        var path = asking.NewPath();

        var (exitCode, _) = await asking.RunAsync(new SubjectSwitches { Person = Ann.Id.Value, Out = path, WithFiles = true });

        Assert.Equal(1, exitCode);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
        Assert.DoesNotContain(await asking.Rig.Get<CaseStore>().ListEventsAsync(@case.Id, default), one => one is SubjectAccessGiven);
    }

    [Fact]
    public async Task From_The_Command_Line()
    {
        using var folder = new TempFolder();
        string[] settings =
        [
            "--environment=Development", $"--Storage:Path={folder.File("bot.db")}", $"--Evidence:Path={folder.File("evidence")}",
            $"--contentRoot={folder.File()}", "--Logging:LogLevel:Default=None",
        ];
        await using var output = new StringWriter();

        Assert.Equal(0, await CommandLine.RunAsync(["migrate", .. settings], TextWriter.Null, TextWriter.Null));
        Assert.Equal(2, await CommandLine.RunAsync(
            ["subject-access", "--person", Ann.Id.Value, "--with-files", "--out", folder.File("copy.zip"), "--practice", "rowcroft", .. settings], output, TextWriter.Null));
        Assert.Equal(2, await CommandLine.RunAsync(["erase", $"--person={Ann.Id}", "--practice=rowcroft", .. settings], output, TextWriter.Null));
        Assert.Contains("in the practice rowcroft", output.ToString(), StringComparison.Ordinal);
        TestDatabase.Forget(folder.File("bot.db"));
    }

    [Fact]
    public async Task From_The_Command_Line_The_Copy_Lies_Where_It_Was_Asked_For()
    {
        await using var asking = await SubjectAccessRig.StartAsync();
        await asking.Rig.OpenAsync(screenshots: 1);
        var path = asking.NewPath();
        string[] command = ["subject-access", "--person", Ann.Id.Value, "--with-files", "--out", path, "--environment=Development", "--Logging:LogLevel:Default=None"];
        await using var output = new StringWriter();

        Assert.Equal(0, await CommandLine.RunAsync([.. command, .. asking.Rig.Places], output, TextWriter.Null));

        await using var copy = await ZipFile.OpenReadAsync(path);
        Assert.Contains(copy.Entries, entry => entry.FullName == "screenshots/01.png" && entry.Length > 0);
        Assert.Contains(path, output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Ann reported with two screenshots and answered a question; Mona decided, held and looked; what was owed is sent.</summary>
    private static async Task<Case> DecidedStoryAsync(CustodyRig rig)
    {
        var @case = await rig.OpenAsync(screenshots: 2);
        @case = await rig.ApplyAsync(@case, current => current.Ask(new AskCommand(current.Version, "Where does it stand?"), Mona, rig.Time.GetUtcNow()));
        @case = await rig.ApplyAsync(@case, current => current.Answer(new AnswerCommand("Under the opening hours."), Ann, rig.Time.GetUtcNow()));
        @case = await rig.DecideAsync(@case);
        @case = await rig.ApplyAsync(@case, current => current.PlaceHold("A solicitor's letter", Mona, rig.Time.GetUtcNow()));
        await rig.Get<CaseRecorder>().AuditAsync(
            @case, new EvidenceViewed(Mona.Id, rig.Time.GetUtcNow(), @case.Evidence[0].Id, @case.Evidence[0].Sha256), default);
        await rig.DeliverAsync();
        return @case;
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "none" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
