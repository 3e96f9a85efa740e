using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;
using static Rowcroft.TeamsBot.Tests.Support.CaseBuilder;

namespace Rowcroft.TeamsBot.Tests.Exports;

public sealed class WhoMayExportTests : IAsyncLifetime
{
    private ExportRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ExportRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(ExportVerbs.Request)]
    [InlineData(ExportVerbs.Confirm)]
    [InlineData(ExportVerbs.Decline)]
    [InlineData(ExportVerbs.Link)]
    public async Task Whoever_Does_Not_Decide_The_Case_Gets_No_Hint_And_Is_Written_Down(string verb)
    {
        var @case = await _rig.OpenAsync();
        await _rig.RequestAsync(Mona, @case);
        var data = new JObject { [ExportFields.Case] = @case.Id.ToString(), [ExportFields.Export] = (await _rig.ExportAsync()).Id.ToString() };
        var none = new JObject { [ExportFields.Case] = Guid.NewGuid().ToString(), [ExportFields.Export] = Guid.NewGuid().ToString() };

        foreach (var person in new[] { Ann, ExportRig.Sam })
        {
            Assert.Equal(CaseDesk.NoCase, (await _rig.InvokeAsync(person, verb, data)).Sentence);
            Assert.Equal(CaseDesk.NoCase, (await _rig.InvokeAsync(person, verb, none)).Sentence);
        }

        Assert.Equal(ExportState.Asked, (await _rig.ExportAsync()).State);
        Assert.Equal(
            [(Ann.Id, verb), (ExportRig.Sam.Id, verb)],
            (await _rig.EventsAsync(@case)).OfType<ActionRefused>().Select(refused => (refused.Actor, refused.Attempted)));
    }

    [Theory]
    [InlineData("RMC-2026-0001")]
    [InlineData("RMC-2026-0009")]
    [InlineData("nonsense")]
    public async Task The_Command_Gives_No_Hint_Either(string reference)
    {
        await _rig.OpenAsync();

        foreach (var person in new[] { Ann, ExportRig.Sam })
        {
            Assert.Equal(CaseDesk.NoCase, (await _rig.SayExportAsync(person, reference)).Text);
        }
    }

    [Fact]
    public async Task Nobody_Agrees_To_Their_Own_Request_And_Only_They_Get_The_Link()
    {
        var @case = await _rig.OpenAsync();
        await _rig.RequestAsync(Mona, @case);
        var export = await _rig.ExportAsync();

        Assert.Contains(AnswerExport.NotYourOwn, (await _rig.PressAsync(Mona, ExportVerbs.Confirm, export)).Words, StringComparison.Ordinal);
        Assert.Equal(ExportState.Asked, (await _rig.ExportAsync()).State);
        await _rig.PressAsync(Dev, ExportVerbs.Confirm, export);
        Assert.False((await _rig.PressAsync(Dev, ExportVerbs.Link, export)).Offers("Download the bundle"));

        Assert.Null((await _rig.ExportAsync()).LinkHash);
        Assert.Equal(
            [(Mona.Id, ExportVerbs.Confirm), (Dev.Id, ExportVerbs.Link)],
            (await _rig.EventsAsync(@case)).OfType<ActionRefused>().Select(refused => (refused.Actor, refused.Attempted)));
    }

    [Fact]
    public async Task A_Case_With_One_Person_Who_Decides_Is_Not_Handed_Over_And_They_Are_Told_What_To_Do()
    {
        var @case = await _rig.OpenAsync(with: builder => builder.ConcerningTheManager());

        var card = await _rig.AskCardAsync(Dev, @case);
        var pressed = await _rig.InvokeAsync(Dev, ExportVerbs.Request, new JObject
        {
            [ExportFields.Case] = @case.Id.ToString(),
            [ExportFields.Export] = Guid.NewGuid().ToString(),
            [ExportFields.Audience] = "Practice",
        });

        Assert.Contains(AskCard.NobodyElse, DecisionRig.Answer.WordsOf(card), StringComparison.Ordinal);
        Assert.Contains(AskCard.NobodyElse, pressed.Words, StringComparison.Ordinal);
        Assert.False(pressed.Offers("Request"));
        Assert.DoesNotContain(await _rig.EventsAsync(@case), one => one is ExportRequested);
        Assert.Equal(CaseDesk.NoCase, (await _rig.SayExportAsync(Mona, "RMC-2026-0001")).Text);
    }

    [Fact]
    public async Task Both_Must_Decide_The_Case_At_That_Moment()
    {
        var @case = await _rig.OpenAsync();
        await _rig.RequestAsync(Mona, @case);
        var export = await _rig.ExportAsync();

        _rig.Roster.People.RemoveAll(person => person.Id == Mona.Id);
        Assert.Contains(AnswerExport.RequesterLeft, (await _rig.PressAsync(Dev, ExportVerbs.Confirm, export)).Words, StringComparison.Ordinal);

        Assert.Equal(ExportState.Asked, (await _rig.ExportAsync()).State);
    }

    [Fact]
    public async Task A_Link_Opens_Nothing_Once_Its_Owner_Decides_Nothing_Any_More()
    {
        var token = await _rig.LinkAsync(await _rig.AgreedAsync(await _rig.OpenAsync()));

        _rig.Roster.People.RemoveAll(person => person.Id == Mona.Id);

        Assert.Equal(404, (await _rig.DownloadAsync(token)).Status);
    }

    [Fact]
    public async Task Wrong_Used_And_Old_Links_Get_The_Same_Answer()
    {
        var export = await _rig.AgreedAsync(await _rig.OpenAsync());
        var used = await _rig.LinkAsync(export);
        await _rig.DownloadAsync(used);
        var replaced = await _rig.LinkAsync(export);
        var old = await _rig.LinkAsync(export);
        _rig.Time.Advance(TimeSpan.FromMinutes(15));

        var answers = new List<(int, string, string)>();
        foreach (var token in new[] { used, replaced, old, "x", new string('A', 43), "../../etc" })
        {
            var (status, body, headers) = await _rig.DownloadAsync(token);
            answers.Add((status, System.Text.Encoding.UTF8.GetString(body), string.Join('|', headers.OrderBy(one => one.Key))));
        }

        var same = Assert.Single(answers.Distinct());
        Assert.Equal((404, BundleDownload.Nothing), (same.Item1, same.Item2));
    }

    [Fact]
    public async Task A_Link_Works_Until_The_Last_Moment_Of_Its_Fifteen_Minutes()
    {
        var token = await _rig.LinkAsync(await _rig.AgreedAsync(await _rig.OpenAsync()));

        _rig.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await _rig.DownloadAsync(token)).Status);
    }

    [Fact]
    public async Task The_Token_Is_Kept_Nowhere_And_Has_256_Bits()
    {
        var token = await _rig.LinkAsync(await _rig.AgreedAsync(await _rig.OpenAsync()));
        await _rig.DownloadAsync("wrong-" + token[6..]);
        await _rig.DownloadAsync(token);

        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(_rig.Logs.Lines, line => line.Contains(token, StringComparison.Ordinal) || line.Contains(token[6..], StringComparison.Ordinal));
        Assert.DoesNotContain(await _rig.OwedAsync(), row => $"{row.Detail}{row.DedupeKey}".Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_People_Sign_In_Only_The_Person_Who_Asked_Downloads()
    {
        await using var rig = await ExportRig.StartAsync(configure: services => services.AddAuthentication("test").AddCookie("test"));
        var token = await rig.LinkAsync(await rig.AgreedAsync(await rig.OpenAsync()));

        Assert.Equal(302, (await rig.DownloadAsync(token)).Status);
        Assert.Equal(302, (await rig.DownloadAsync("wrong")).Status);
        Assert.Equal(404, (await rig.DownloadAsync(token, SignedIn(Dev))).Status);
        Assert.Equal(200, (await rig.DownloadAsync(token, SignedIn(Mona))).Status);
    }

    private static ClaimsPrincipal SignedIn(NamedPerson person) =>
        new(new ClaimsIdentity([new Claim("oid", person.Id.Value.ToUpperInvariant())], "test"));
}
