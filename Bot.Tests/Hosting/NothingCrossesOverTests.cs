using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using Rowcroft.TeamsBot.Tests.Viewing;
using Person = Rowcroft.LocalTeams.People.Person;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// The manager and the receptionist of one practice try every word, verb, submission and page on what another practice has. Each route
/// that there is takes its turn by itself, because the table is asked what there is.
/// </summary>
public sealed class NothingCrossesOverTests(TwoPractices practices) : IClassFixture<TwoPractices>, IAsyncLifetime
{
    public Task InitializeAsync() => practices.QuietAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Words => [.. Routes.Words.Keys, .. Routes.Openings.Keys, "practice"];

    public static TheoryData<string> CaseWords => ["", .. Routes.CaseWords.Keys];

    public static TheoryData<string> Verbs => [.. Routes.Verbs.Keys];

    public static TheoryData<string, string> Pages => new()
    {
        { "GET", "" }, { "POST", "" }, { "GET", "/{id}/picture" }, { "GET", "/{id}/preview" }, { "POST", "/{id}/file" }, { "GET", "/{id}/redact" }, { "POST", "/{id}/redact" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_Word_Shows_Nothing_Of_Another_Practice(string word)
    {
        await practices.Practice.Manager.SayAsync(word);

        AssertNothing(practices.Practice.Manager.Reads());
    }

    [Theory]
    [MemberData(nameof(CaseWords))]
    public async Task A_Case_Of_Another_Practice_Is_No_Case(string word)
    {
        var before = await VersionAsync();
        await practices.Practice.Manager.SayAsync($"case {practices.Other.Reference} {word} because".Trim());

        Assert.Equal(CaseDesk.NoCase, practices.Practice.Manager.Reads());
        Assert.Equal(before, await VersionAsync());
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task A_Press_With_Ids_Of_Another_Practice_Gets_What_Ids_Of_None_Get(string verb)
    {
        await practices.Practice.Manager.SayAsync("help");
        await practices.Practice.Nurse.SayAsync("help");
        await practices.Practice.Teams.As(Cast.Stranger).SayAsync("help");
        var export = await AskForExportAsync();
        var before = await VersionAsync();

        var theirs = await PressAsync(Cast.Manager, verb, practices.Other.Id, export, TwoPractices.OtherId.Value);
        var nobodys = await PressAsync(Cast.Manager, verb, new CaseId(Guid.NewGuid()), new ExportId(Guid.NewGuid()), "team-that-never-was");

        Assert.Equal(nobodys, theirs);
        AssertNothing(theirs);
        Assert.Equal(before, await VersionAsync());

        // Pressed by whoever may there, the same is worth something: the press above was no empty one.
        var entitled = verb == DecisionVerbs.Answer ? Cast.Nurse : Cast.Stranger;
        var own = await PressAsync(entitled, verb, practices.Other.Id, export, TwoPractices.OtherId.Value);
        Assert.NotEqual(nobodys, own);
        if (verb == DecisionVerbs.List)
        {
            // It carries no ids: whose cases they are is up to who presses.
            Assert.Contains("HSG-2026-0001", own, StringComparison.Ordinal);
            return;
        }

        Assert.NotEqual(await PressAsync(entitled, verb, new CaseId(Guid.NewGuid()), new ExportId(Guid.NewGuid()), "team-that-never-was"), own);
    }

    [Fact]
    public async Task A_Submission_With_A_Case_Of_Another_Practice_Finds_No_Report()
    {
        var before = await VersionAsync();
        foreach (var verb in (string[])[.. Routes.Submissions.Keys, ReportVerbs.Late, ReportVerbs.LateForNone, ReportVerbs.Mine])
        {
            await practices.Practice.Receptionist.SayAsync("help");
            await practices.Caller.PostAsync(practices.Caller.Submission(
                Cast.Receptionist, new JsonObject { ["verb"] = verb, ["case"] = practices.Other.Id.ToString(), ["draft"] = practices.Other.Id.ToString() }));

            AssertNothing(practices.Practice.Receptionist.Reads());
        }

        Assert.Equal(before, await VersionAsync());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_Page_Of_Another_Practice_Is_No_Page(string method, string path)
    {
        var before = await VersionAsync();
        using var manager = await new WebVisitor(practices.Practice.BotAddress).SignInAsync(Cast.Manager);
        var picture = practices.Other.Evidence[0];
        await manager.GetAsync($"/cases/{practices.Ours.Reference}/evidence"); // the proof that a form is ours
        string Of(string reference) => $"/cases/{reference}/evidence{path.Replace("{id}", picture.Id.ToString(), StringComparison.Ordinal)}";

        var (theirs, nobodys) = method == "GET"
            ? (await manager.GetAsync(Of(practices.Other.Reference.ToString())), await manager.GetAsync(Of("HSG-2026-0999")))
            : (await manager.PostAsync(Of(practices.Other.Reference.ToString())), await manager.PostAsync(Of("HSG-2026-0999")));

        Assert.Equal((404, nobodys.Text), (theirs.Status, theirs.Text));
        Assert.Equal(before, await VersionAsync());
    }

    [Fact]
    public void Every_Page_Was_Tried() =>
        Assert.Equal(
            Pages.Select(row => $"{row[0]} {row[1]}").Order(),
            practices.Practice.Get<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/cases/{reference}/evidence", StringComparison.Ordinal))
                .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>().HttpMethods
                    .Select(method => $"{method} {endpoint.RoutePattern.RawText!["/cases/{reference}/evidence".Length..].TrimEnd('/')}"))
                .Order());

    [Fact]
    public async Task A_Bundle_Of_Another_Practice_Opens_For_Nobody_Who_Does_Not_Decide_There()
    {
        var export = await NewExportAsync(Cast.Stranger, ExportState.Confirmed);
        var token = await practices.Practice.Get<ExportLedger>().MakeLinkAsync(export, default);
        using var manager = await new WebVisitor(practices.Practice.BotAddress).SignInAsync(Cast.Manager);

        Assert.Equal((404, BundleDownload.Nothing), await manager.GetAsync($"/exports/{token}") is var answer ? (answer.Status, answer.Text) : default);
        var owner = await manager.SignInAsync(Cast.Stranger);
        Assert.Equal((200, "application/zip"), await owner.GetAsync($"/exports/{token}") is var bundle ? (bundle.Status, bundle.Header("Content-Type")) : default);
    }

    [Fact]
    public async Task Messages_Of_A_Practice_Go_To_Its_Own_People()
    {
        await practices.Practice.Teams.UntilAsync(() =>
            practices.Practice.Deputy.FromBot.Any(post => CardReading.Words(post, Cast.Deputy).Contains(practices.Other.Reference.ToString(), StringComparison.Ordinal))
            && practices.Practice.Teams.As(Cast.Stranger).FromBot.Any(post => CardReading.Words(post, Cast.Stranger).Contains(practices.Other.Reference.ToString(), StringComparison.Ordinal)));

        foreach (var person in (PersonClient[])[practices.Practice.Manager, practices.Practice.Receptionist])
        {
            Assert.All(person.FromBot, post => AssertNothing(CardReading.Words(post, person.Person)));
        }

        Assert.DoesNotContain(practices.Practice.Teams.As(Cast.Stranger).FromBot, post => CardReading.Words(post, Cast.Stranger).Contains("RMC-", StringComparison.Ordinal));
        Assert.All(practices.Practice.Channel, post => AssertNothing(CardReading.Words(post, Cast.Manager)));
    }

    [Fact]
    public async Task Whoever_Decides_In_Both_Meets_Each_Case_In_Its_Own_Practice()
    {
        var deputy = practices.Practice.Deputy;
        await deputy.SayAsync($"case {practices.Other.Reference}");
        Assert.Contains(TwoPractices.Theirs, deputy.Reads(), StringComparison.Ordinal);
        await deputy.SayAsync($"case {practices.Ours.Reference}");
        Assert.Contains(practices.Ours.Reference.ToString(), deputy.Reads(), StringComparison.Ordinal);

        await deputy.SayAsync("practice");
        Assert.Contains(WhichPractice.Question, deputy.Reads(), StringComparison.Ordinal);
        await deputy.PressAsync(deputy.Newest(), "Harbour Surgery");
        await deputy.SayAsync("cases");
        Assert.Contains("HSG-2026-0001", deputy.Reads(), StringComparison.Ordinal);
        Assert.DoesNotContain("RMC-", deputy.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_Each_Report_Whoever_Is_In_Both_Is_Asked_Which_One_And_The_Report_Stays_There()
    {
        var deputy = practices.Practice.Deputy;
        await deputy.SayAsync("report");
        Assert.Contains(WhichPractice.Question, deputy.Reads(), StringComparison.Ordinal);
        await deputy.PressAsync(deputy.Newest(), "Harbour Surgery");
        Assert.Contains("is someone in danger", deputy.Reads(), StringComparison.Ordinal);
        await deputy.PressAsync(deputy.Newest(), "No, nobody is in danger");
        await deputy.SayAsync("practice");
        await deputy.SayAsync("cancel");
        await deputy.SayAsync("yes");

        await deputy.SayAsync("report");
        await deputy.PressAsync(deputy.Newest(), "Rowcroft Medical Centre");
        await deputy.PressAsync(deputy.Newest(), "No, nobody is in danger");
        var form = ReportWalk.Form();
        await deputy.PressAsync(deputy.Newest(), "Next", form);
        await deputy.PressAsync(deputy.Newest(), "I have none");
        await deputy.PressAsync(deputy.Newest(), "Send");
        Assert.Contains("RMC-2026-0002", deputy.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_One_Of_Two_Rosters_Cannot_Be_Read_No_Report_Is_Begun_That_May_Belong_There()
    {
        await practices.Practice.Deputy.SayAsync("help");
        await SilenceAsync(true);
        try
        {
            await practices.Practice.Deputy.SayAsync("report");
            Assert.Equal(Greetings.CannotAskWhich, practices.Practice.Deputy.Reads());
            await practices.Practice.Deputy.SayAsync($"case {practices.Ours.Reference}");
            Assert.Contains(practices.Ours.Reference.ToString(), practices.Practice.Deputy.Reads(), StringComparison.Ordinal);

            // Whoever was never seen there is not kept waiting.
            await practices.Practice.Manager.SayAsync("report");
            Assert.NotEqual(Greetings.CannotAskWhich, practices.Practice.Manager.Reads());
        }
        finally
        {
            await SilenceAsync(false);
        }

        await practices.Practice.Deputy.SayAsync("report");
        Assert.Contains(WhichPractice.Question, practices.Practice.Deputy.Reads(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Practice_That_Is_Not_Theirs_Cannot_Be_Chosen()
    {
        await practices.Practice.Manager.SayAsync("help");
        await practices.Caller.PostAsync(practices.Caller.Submission(
            Cast.Manager, new JsonObject { ["verb"] = WhichPractice.Verb, ["practice"] = TwoPractices.OtherId.Value, ["then"] = "cases" }));

        AssertNothing(practices.Practice.Manager.Reads());
    }

    private async Task SilenceAsync(bool silent)
    {
        practices.Harbour.IsSilent = silent;
        await practices.Practice.Get<TeamsRoster>().ForgetAsync(TwoPractices.OtherId, default);
    }

    private async Task<ExportRow> NewExportAsync(Person requester, ExportState state)
    {
        var export = new ExportRow
        {
            Id = new ExportId(Guid.NewGuid()),
            Practice = TwoPractices.OtherId,
            CaseId = practices.Other.Id,
            CaseVersion = await VersionAsync(),
            Audience = ExportAudience.Practice,
            Copies = ExportCopies.Redacted,
            RequestedBy = EvidencePractice.IdOf(requester),
            RequestedAt = practices.Practice.Clock.GetUtcNow(),
            State = state,
        };
        await using var db = await practices.Practice.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        export.Events = await db.Cases.Where(row => row.Id == export.CaseId).Select(row => row.LastSequence).SingleAsync();
        db.Exports.Add(export);
        await db.SaveChangesAsync();
        return export;
    }

    private async Task<ExportId> AskForExportAsync() => (await NewExportAsync(Cast.Deputy, ExportState.Asked)).Id;

    private async Task<string> PressAsync(Person person, string verb, CaseId id, ExportId export, string practice)
    {
        var data = new JsonObject
        {
            ["case"] = id.ToString(),
            ["export"] = export.ToString(),
            ["with"] = id.ToString(),
            ["other"] = id.ToString(),
            ["practice"] = practice,

            // The set-up card's is a text, that of a case a number.
            ["version"] = verb.StartsWith("set-up/", StringComparison.Ordinal) ? "99" : 1,
            ["number"] = 1,
            ["page"] = 0,
            ["reason"] = "because",
            ["answer"] = "Somebody I do not know.",
        };
        var (status, body) = await practices.Caller.PostAsync(practices.Caller.Press(person, verb, data));
        Assert.Equal(200, status);
        return body;
    }

    private static void AssertNothing(string words)
    {
        Assert.DoesNotContain(TwoPractices.Theirs, words, StringComparison.Ordinal);
        Assert.DoesNotContain("HSG-", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", words, StringComparison.Ordinal);
    }

    private async Task<int> VersionAsync() => (await practices.FindAsync(TwoPractices.OtherId, "HSG")).Version;
}
