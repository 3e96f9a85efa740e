using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// Delivery over a real database, with <see cref="FakeTeams"/> behind it. It is Wednesday, 10:00; Ann, Mona (manager) and Dev (deputy)
/// are on the roster of the team in which the bot is installed.
/// </summary>
internal sealed class DeliveryDriver : IAsyncDisposable
{
    public const string Kind = "test-card";
    public const string Channel = "channel-general";

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private DeliveryDriver(TestDatabase database, Action<IServiceCollection>? configure, (string Name, string Value)[] settings)
    {
        _database = database;
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(database.Configuration)
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Practice:Managers:0"] = CaseBuilder.Mona.Id.Value,
                ["Practice:Deputies:0"] = CaseBuilder.Dev.Id.Value,
                ["Delivery:MaxAttempts"] = "3",
            })
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)))
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(
                new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" })
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<BotAdapter>(Teams)
            .AddSingleton<ApproverDirectory>()
            .AddSingleton<IAnnouncer>(Announcer)
            .AddPeople(configuration)
            .AddSingleton<IRoster>(Roster)
            .AddStorage(configuration)
            .AddDelivery(configuration);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(CaseBuilder.Wednesday);

    public FakeTeams Teams { get; } = new();

    public FixedRoster Roster { get; } = new(CaseBuilder.Ann, CaseBuilder.Mona, CaseBuilder.Dev);

    public ScriptedAnnouncer Announcer { get; } = new();

    public CaseRecorder Recorder => Get<CaseRecorder>();

    public Outbox Outbox => Get<Outbox>();

    public OutboxWorker Worker => Get<OutboxWorker>();

    public CaseStore Cases => Get<CaseStore>();

    /// <param name="configure">Has the last word on the services.</param>
    public static async Task<DeliveryDriver> CreateAsync(
        string provider, Action<IServiceCollection>? configure = null, params (string Name, string Value)[] settings)
    {
        var driver = new DeliveryDriver(await TestDatabase.CreateAsync(provider), configure, settings);
        Assert.NotNull(await driver.Get<Installations>().RecordAsync(Installed(), default));
        return driver;
    }

    /// <summary>The bot is added to a team.</summary>
    public static Activity Installed(string team = Channel) => new(ActivityTypes.InstallationUpdate)
    {
        Action = "add",
        ServiceUrl = FakeTeams.ServiceUrl,
        Recipient = new ChannelAccount("28:bot"),
        ChannelData = new TeamsChannelData { Team = new TeamInfo(team, "Rowcroft"), Tenant = new TenantInfo("tenant-1") },
    };

    /// <summary>Somebody writes in their private chat.</summary>
    public static Activity Writes(NamedPerson person, string? conversation = null) => new(ActivityTypes.Message)
    {
        ServiceUrl = FakeTeams.ServiceUrl,
        From = new ChannelAccount(FixedRoster.UserIdOf(person), aadObjectId: person.Id.Value),
        Conversation = new ConversationAccount(id: conversation ?? ChatOf(person), conversationType: "personal", tenantId: "tenant-1"),
    };

    public static string ChatOf(NamedPerson person) => FakeTeams.ChatOf(FixedRoster.UserIdOf(person));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A second worker, as another process would run it.</summary>
    public OutboxWorker AnotherWorker()
    {
        var failures = ActivatorUtilities.CreateInstance<OutboxFailures>(_services);
        var pass = ActivatorUtilities.CreateInstance<OutboxPass>(_services, failures);
        return ActivatorUtilities.CreateInstance<OutboxWorker>(_services, pass);
    }

    public Announcement To(Recipient recipient, string key, CaseId? @case = null, bool urgent = false, string? detail = null) =>
        new(Kind, recipient, CaseBuilder.Practice, key, @case, detail) { Urgent = urgent };

    public Task OweAsync(NamedPerson person, string key, CaseId? @case = null, bool urgent = false) =>
        Outbox.EnqueueAsync(To(new Recipient.ToPerson(person.Id), key, @case, urgent), default);

    public async Task<Case> OpenAsync(CaseBuilder? report = null) =>
        (await Recorder.OpenAsync((report ?? new CaseBuilder()).Report(), now => now.AddDays(5), default)).Case;

    public Task SeenAsync(NamedPerson person) =>
        Get<Contacts>().SeenAsync(CaseBuilder.Practice, Roster.Find(person), Writes(person), default);

    /// <summary>Works until nothing more is due.</summary>
    public async Task DeliverAsync()
    {
        while (await Worker.SweepAsync(default) > 0)
        {
        }
    }

    public async Task<IReadOnlyList<OutboxRow>> RowsAsync()
    {
        await using var db = await ContextAsync();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public Task<BotDbContext> ContextAsync() => Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();

    public async Task<HealthStatus> HealthAsync() =>
        (await Get<HealthCheckService>().CheckHealthAsync()).Entries["outbox"].Status;

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Teams.Swallowed);
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Announces what a test says, and renders the kind's ids as text.</summary>
    internal sealed class ScriptedAnnouncer : IAnnouncer
    {
        public Func<Case, CaseEvent, IEnumerable<Announcement>> Script { get; set; } = (_, _) => [];

        public Func<DueMessage, OutgoingMessage?> Render { get; set; } =
            message => new OutgoingMessage(CardMessage.ForText($"{message.Case} {message.Detail}", "News from the practice's bot"));

        public ConcurrentQueue<DueMessage> Rendered { get; } = new();

        public IReadOnlyCollection<string> Kinds => [Kind, SummaryAnnouncer.Kind];

        public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => Script(@case, @event);

        public Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
        {
            Rendered.Enqueue(message);
            return Task.FromResult(Render(message));
        }
    }
}
