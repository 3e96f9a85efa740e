using Microsoft.Bot.Builder;
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
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Evidence;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// A member of staff in their private chat with the bot: real dialogs, a real database, real evidence. It is Wednesday 4 March 2026, 10:00;
/// Ann reports, Bea is a colleague, Mona manages and Dev is the deputy.
/// </summary>
internal sealed class ReportDriver : IAsyncDisposable
{
    public static readonly NamedPerson Bea = new(new PersonId("00000000-0000-0000-0000-0000000000a2"), "Bea Nurse");

    private readonly TestDatabase _database;
    private readonly DirectoryInfo _folder;
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider _services;

    private ReportDriver(TestDatabase database, PictureServer server, Dictionary<string, string?> settings)
    {
        (_database, Server, _settings) = (database, server, settings);
        _folder = Directory.CreateTempSubdirectory("rowcroft-report-");
        _services = Start();
    }

    public PictureServer Server { get; }

    public FakeTimeProvider Time { get; } = new(CaseBuilder.Wednesday);

    public FixedRoster Roster { get; } = new(CaseBuilder.Ann, Bea, CaseBuilder.Mona, CaseBuilder.Dev);

    public CapturedLogs Logs { get; } = new();

    public PrivateChat Chat { get; } = new(new ConversationReference
    {
        ChannelId = "msteams",
        ServiceUrl = "http://127.0.0.1:1/",
        User = new ChannelAccount(FixedRoster.UserIdOf(CaseBuilder.Ann), "Ann", aadObjectId: CaseBuilder.Ann.Id.Value),
        Bot = new ChannelAccount("28:bot", "Rowcroft"),
        Conversation = new ConversationAccount(id: "chat-of-ann", conversationType: "personal"),
    });

    /// <summary>Who speaks; Ann unless a test says otherwise.</summary>
    public NamedPerson Speaker { get; set; } = CaseBuilder.Ann;

    public CaseStore Cases => Get<CaseStore>();

    /// <summary>The files of screenshots that are kept.</summary>
    public IEnumerable<string> KeptFiles => Directory.Exists(Path.Combine(_folder.FullName, "evidence"))
        ? Directory.EnumerateFiles(Path.Combine(_folder.FullName, "evidence"), "*", SearchOption.AllDirectories)
        : [];

    public Activity Last => Chat.Said[^1];

    public static async Task<ReportDriver> CreateAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Practice:Managers:0"] = CaseBuilder.Mona.Id.Value,
            ["Practice:Deputies:0"] = CaseBuilder.Dev.Id.Value,
            ["Evidence:RetryDelay"] = "00:00:00",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return new ReportDriver(await TestDatabase.CreateAsync("Sqlite"), await PictureServer.StartAsync(), all);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The process ends and another one starts on the same database.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _services = Start();
    }

    /// <summary>What the person typed, routed as the bot routes it.</summary>
    public Task SayAsync(string text) => TurnAsync(new Activity(ActivityTypes.Message) { Text = text }, Route(text));

    /// <summary>A press of the newest card's button with this verb; inputs as a client would send them.</summary>
    public Task PressAsync(string verb, JObject? inputs = null) => PressAsync(Press(verb), inputs);

    /// <summary>A press with what the button carries.</summary>
    public async Task PressAsync(JObject data, JObject? inputs = null, string? activityId = null)
    {
        var value = (JObject)data.DeepClone();
        value.Merge(inputs ?? []);
        var message = new Activity(ActivityTypes.Message) { Value = value };
        await TurnAsync(
            message,
            (value["verb"] as JValue)?.Value as string == ReportVerbs.Withdraw
                ? (conversation, caller, turn) => conversation.WithdrawAsync(caller, turn, default)
                : (conversation, caller, turn) => conversation.ContinueAsync(caller, turn, default),
            activityId);
    }

    public Task SendAsync(params IReadOnlyList<Attachment> attachments) => TurnAsync(
        new Activity(ActivityTypes.Message) { Attachments = [.. attachments] },
        (conversation, caller, turn) => conversation.ContinueAsync(caller, turn, default));

    public Task SendPictureAsync(int number = 0) =>
        SendAsync(EvidenceRig.Attached(Server.Serve($"/picture-{number}", SamplePictures.Png(number)), $"post-{number}.png"));

    public async Task TurnAsync(Activity activity, Func<ReportingConversation, Caller, ITurnContext, Task> route, string? activityId = null)
    {
        activity.From = new ChannelAccount(FixedRoster.UserIdOf(Speaker), Speaker.Name, aadObjectId: Speaker.Id.Value);
        await Chat.ProcessActivityAsync(activity, async (turn, cancellationToken) =>
        {
            turn.Activity.Id = activityId ?? Guid.NewGuid().ToString("N");
            var caller = new Caller(CaseBuilder.Practice, Roster.Find(Speaker));
            await route(Get<ReportingConversation>(), caller, turn);
            await Get<ConversationState>().SaveChangesAsync(turn, false, cancellationToken);
        });
    }

    /// <summary>A new report, up to the form.</summary>
    public Task FormAsync() => WalkAsync(1);

    /// <summary>A new report without screenshots, up to the review.</summary>
    public async Task ReviewAsync(JObject form)
    {
        await FormAsync();
        await PressAsync(ReportVerbs.Form, form);
        await SayAsync("none");
    }

    /// <summary>A new report with one screenshot, as many steps as said: 0 waits at the safety question, 4 at the review.</summary>
    public async Task WalkAsync(int steps)
    {
        await SayAsync("report");
        await StepAsync(0, steps);
    }

    /// <summary>The rest of a report that has come so far, and Send.</summary>
    public Task FinishAsync(int from) => StepAsync(from, 5);

    private async Task StepAsync(int from, int to)
    {
        Func<Task>[] steps =
        [
            () => PressAsync(ReportVerbs.Safe),
            () => PressAsync(ReportVerbs.Form, FilledForm.About()),
            async () =>
            {
                await SendPictureAsync();
                await PressAsync(ReportVerbs.Done);
            },
            () => PressAsync(ReportVerbs.NoProvenance),
            () => PressAsync(ReportVerbs.Send),
        ];
        foreach (var step in steps[from..to])
        {
            await step();
        }
    }

    /// <summary>What the newest card's button with this verb carries.</summary>
    public JObject Press(string verb) => Chat.Said.AsEnumerable().Reverse()
        .Select(activity => CardOf(activity) is { } card ? ButtonsIn(card).FirstOrDefault(data => (string?)data["verb"] == verb) : null)
        .First(data => data is not null)!;

    public static JObject? CardOf(Activity activity) =>
        activity.Attachments is [{ ContentType: "application/vnd.microsoft.card.adaptive", Content: { } card }] ? CardJson.Of(card) : null;

    public static IEnumerable<JObject> ButtonsIn(JObject card) => card.Descendants().OfType<JObject>()
        .Where(json => (string?)json["type"] == "Action.Submit")
        .Select(action => (JObject)action["data"]!);

    /// <summary>All that can be read in a message, one text a line.</summary>
    public static string Read(Activity activity) => CardOf(activity) is not { } card
        ? activity.Text ?? ""
        : string.Join('\n', card.Descendants().OfType<JProperty>()
            .Where(property => property.Name is "text" or "title" or "label" && property.Value.Type == JTokenType.String)
            .Select(property => (string?)property.Value));

    public async Task<IReadOnlyList<OutboxRow>> OutboxAsync()
    {
        await using var db = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public Task<IReadOnlyList<Case>> SentAsync() => Cases.ListByReporterAsync(CaseBuilder.Practice, CaseBuilder.Ann.Id, 100, default);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Func<ReportingConversation, Caller, ITurnContext, Task> Route(string text) => text switch
    {
        "report" => (conversation, caller, turn) => conversation.StartAsync(caller, turn, default),
        "my reports" => (conversation, caller, turn) => conversation.MyReportsAsync(caller, turn, default),
        "guidance" => (conversation, caller, turn) => conversation.GuidanceAsync(caller, turn, default),
        "help" => (conversation, caller, turn) => conversation.HelpAsync(caller, turn, default),
        "cancel" => (conversation, caller, turn) => conversation.CancelAsync(caller, turn, default),
        _ => (conversation, caller, turn) => conversation.ContinueAsync(caller, turn, default),
    };

    private ServiceProvider Start()
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(_database.Configuration)
            .AddInMemoryCollection(_settings)
            .AddInMemoryCollection([new("Evidence:Path", Path.Combine(_folder.FullName, "evidence"))])
            .Build();
        var host = new HostingEnvironment { EnvironmentName = "Development", ContentRootPath = _folder.FullName };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(host)
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<BotAdapter>(Chat)
            .AddStorage(configuration)
            .AddPeople(configuration)
            .AddSingleton<IRoster>(Roster)
            .AddSecurity()
            .AddGuidance()
            .AddEvidence(configuration, host)
            .AddDelivery(configuration)
            .AddSingleton(provider => new ConversationState(provider.GetRequiredService<IStorage>()))
            .AddReporting(configuration)
            .BuildServiceProvider();
    }
}
