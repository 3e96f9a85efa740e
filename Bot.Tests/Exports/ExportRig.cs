using System.Security.Claims;
using AdaptiveCards;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Exports;

/// <summary>
/// The rooms that hand evidence over, on a database of their own and with sealed files: Ann reports, Mona is the manager, Dev the deputy,
/// Sam neither. It is Wednesday, 10:00.
/// </summary>
internal sealed class ExportRig : IAsyncDisposable
{
    public static readonly NamedPerson Sam = new(new PersonId("00000000-0000-0000-0000-0000000000d1"), "Sam Stranger");

    private readonly TempFolder _folder = new();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private ExportRig(TestDatabase database, Action<IServiceCollection>? configure)
    {
        _database = database;
        var configuration = new ConfigurationBuilder().AddConfiguration(database.Configuration).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Practice:Managers:0"] = CaseBuilder.Mona.Id.Value,
            ["Practice:Deputies:0"] = CaseBuilder.Dev.Id.Value,
            ["Evidence:Path"] = _folder.File("evidence"),
            ["Bot:PublicUrl"] = "https://bot.rowcroft.example",
        }).Build();
        var host = new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = _folder.File() };
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IHostEnvironment>(host)
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .AddPeople(configuration)
            .AddSecurity()
            .AddGuidance()
            .AddEvidence(configuration, host)
            .AddDelivery(configuration)
            .AddExports()
            .AddSingleton<IRoster>(Roster);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public CapturedLogs Logs { get; } = new();

    public FakeTimeProvider Time { get; } = new(CaseBuilder.Wednesday);

    public FixedRoster Roster { get; } = new(CaseBuilder.Ann, CaseBuilder.Mona, CaseBuilder.Dev, Sam);

    public static async Task<ExportRig> StartAsync(string provider = "Sqlite", Action<IServiceCollection>? configure = null)
    {
        var rig = new ExportRig(await TestDatabase.CreateAsync(provider), configure);
        await rig.Get<IEvidenceStore>().PrepareAsync(default);
        return rig;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A case whose screenshots are really sealed.</summary>
    public async Task<Case> OpenAsync(int screenshots = 1, Func<CaseBuilder, CaseBuilder>? with = null)
    {
        var id = new CaseId(Guid.NewGuid());
        var evidence = new List<SealedEvidence>();
        for (var number = 1; number <= screenshots; number++)
        {
            evidence.Add(await SealAsync(id, number));
        }

        var builder = new CaseBuilder().WithId(id).WithEvidence(evidence);
        return (await Get<CaseRecorder>().OpenAsync((with?.Invoke(builder) ?? builder).Report(), now => now.AddDays(3), default)).Case;
    }

    public async Task<SealedEvidence> RedactAsync(Case @case, int number)
    {
        var original = @case.Evidence[number];
        var copy = await Get<EvidenceVault>().SealCopyAsync(
            @case.Practice, original.Id, new MemoryStream(SamplePictures.Png(100 + number)), "redacted.png", "image/png", CaseBuilder.Mona.Id, default);
        await Get<CaseRecorder>().AdoptCopyAsync(
            @case, new EvidenceRedacted(CaseBuilder.Mona.Id, Time.GetUtcNow(), original.Id, original.Sha256, copy), default);
        return copy;
    }

    public Task<Case?> FindAsync(Case @case) => Get<CaseStore>().FindAsync(@case.Practice, @case.Id, default);

    /// <summary>Somebody asks the reporter something: the case is another version.</summary>
    public async Task ChangeAsync(Case @case) => Assert.True(await Get<CaseRecorder>().CommitAsync(
        (CaseOutcome.Recorded)(await FindAsync(@case))!.Ask(new AskCommand(@case.Version, "Where?"), CaseBuilder.Dev, Time.GetUtcNow()), default));

    /// <summary><c>case … export</c>, and the one reply.</summary>
    public async Task<Activity> SayExportAsync(NamedPerson person, string reference)
    {
        var adapter = new TestAdapter(Channels.Msteams);
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            ServiceUrl = "https://teams.example/",
            From = new ChannelAccount(FixedRoster.UserIdOf(person), person.Name),
            Conversation = new ConversationAccount(id: $"a:{person.Id}"),
        };
        await adapter.ProcessActivityAsync(message, (turn, _) => Get<AskForExport>().HandleAsync(Caller(person), reference, turn, default), default);
        return Assert.Single(adapter.ActiveQueue);
    }

    public async Task<JObject> AskCardAsync(NamedPerson person, Case @case) =>
        CardJson.Of(Assert.Single((await SayExportAsync(person, @case.Reference.ToString())).Attachments).Content);

    /// <summary>Asks and presses Request.</summary>
    public async Task<DecisionRig.Answer> RequestAsync(
        NamedPerson person, Case @case, ExportAudience audience = ExportAudience.Police, ExportCopies copies = ExportCopies.Originals, string reason = "They asked for them.") =>
        await PressAsync(
            person,
            await AskCardAsync(person, @case),
            "Request",
            (ExportFields.Audience, audience.ToString()),
            (ExportFields.Copies, copies.ToString()),
            (ExportFields.Reason, reason));

    /// <summary>Presses a button of a card, with what was filled in.</summary>
    public Task<DecisionRig.Answer> PressAsync(NamedPerson person, JObject card, string button, params (string Id, string Value)[] inputs)
    {
        var action = card.DescendantsAndSelf().OfType<JObject>().Single(found => (string?)found["title"] == button);
        var data = (JObject)action["data"]!.DeepClone();
        foreach (var (id, value) in inputs)
        {
            data[id] = value;
        }

        return InvokeAsync(person, (string)action["verb"]!, data);
    }

    public async Task<DecisionRig.Answer> InvokeAsync(NamedPerson person, string verb, JObject data)
    {
        var caller = Caller(person);
        var response = verb switch
        {
            ExportVerbs.Request => await Get<AskForExport>().PressAsync(caller, data, default),
            ExportVerbs.Confirm => await Get<AnswerExport>().PressAsync(caller, true, data, default),
            ExportVerbs.Decline => await Get<AnswerExport>().PressAsync(caller, false, data, default),
            ExportVerbs.Link => await Get<MakeExportLink>().PressAsync(caller, data, default),
            _ => throw new ArgumentOutOfRangeException(nameof(verb)),
        };
        return new DecisionRig.Answer(response.Value is AdaptiveCard card ? CardJson.Of(card) : null, response.Value as string);
    }

    /// <summary>A press of a button that every card about this request has, or once had.</summary>
    public Task<DecisionRig.Answer> PressAsync(NamedPerson person, string verb, ExportRow export) =>
        InvokeAsync(person, verb, new JObject { [ExportFields.Export] = export.Id.ToString() });

    /// <summary>Mona asks, Dev agrees.</summary>
    public async Task<ExportRow> AgreedAsync(Case @case)
    {
        await RequestAsync(CaseBuilder.Mona, @case);
        var export = await ExportAsync();
        await PressAsync(CaseBuilder.Dev, ExportVerbs.Confirm, export);
        return await ExportAsync();
    }

    /// <summary>The token in the link that a press gives.</summary>
    public async Task<string> LinkAsync(ExportRow export) => TokenIn(await PressAsync(CaseBuilder.Mona, ExportVerbs.Link, export));

    public static string TokenIn(DecisionRig.Answer answer)
    {
        var link = answer.Redrawn.DescendantsAndSelf().OfType<JObject>().Single(found => (string?)found["type"] == "Action.OpenUrl");
        var url = new Uri((string)link["url"]!);
        Assert.StartsWith("https://bot.rowcroft.example/exports/", url.ToString(), StringComparison.Ordinal);
        return url.Segments[^1];
    }

    public async Task<(int Status, byte[] Body, IHeaderDictionary Headers)> DownloadAsync(string token, ClaimsPrincipal? user = null)
    {
        using var body = new MemoryStream();
        await using var request = _services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = request.ServiceProvider };
        http.Request.Path = $"/exports/{token}";
        http.Request.Scheme = "https";
        http.Request.Host = new HostString("bot.rowcroft.example");
        http.Response.Body = body;
        http.User = user ?? http.User;
        var result = await Get<BundleDownload>().GetAsync(http, token);
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, body.ToArray(), http.Response.Headers);
    }

    /// <summary>The one request that there is.</summary>
    public async Task<ExportRow> ExportAsync()
    {
        await using var db = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Exports.AsNoTracking().SingleAsync();
    }

    public async Task<IReadOnlyList<OutboxRow>> OwedAsync()
    {
        await using var db = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public Task<IReadOnlyList<CaseEvent>> EventsAsync(Case @case) => Get<CaseStore>().ListEventsAsync(@case.Id, default);

    /// <summary>An owed message, as the worker draws it; <c>null</c> when there is nothing to send.</summary>
    public Task<OutgoingMessage?> RenderAsync(string kind, ExportRow export, NamedPerson to) => Get<Announcers>().For(kind).RenderAsync(
        new DueMessage(kind, export.Practice, export.CaseId, export.Id.ToString(), Roster.Find(to), Time.GetUtcNow()), default);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private Caller Caller(NamedPerson person) =>
        new(CaseBuilder.Practice, new Person(person.Id, person.Name, null, FixedRoster.UserIdOf(person)));

    private async Task<SealedEvidence> SealAsync(CaseId draft, int number)
    {
        var vault = Get<EvidenceVault>();
        await using var pending = await vault.BeginAsync(default);
        await pending.Destination.WriteAsync(SamplePictures.Png(number));
        var finished = await pending.FinishAsync(default);
        var evidence = new SealedEvidence(pending.Id, $"post-{number}.png", "image/png", finished.Size, finished.Sha256, Time.GetUtcNow());
        await vault.KeepAsync(
            pending, new EvidenceRecord(evidence, CaseBuilder.Practice, draft, CaseBuilder.Ann.Id, EvidenceState.Kept, new EvidenceSeal("", null)), default);
        return evidence;
    }
}
