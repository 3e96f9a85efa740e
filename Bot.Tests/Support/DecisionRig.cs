using AdaptiveCards;
using Microsoft.Bot.Builder;
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
using Moq;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// The rooms that decide, on a database of their own, with Ann who reports, Mona the manager, Dev the deputy and Sam who is neither.
/// Presses are made on the cards that were drawn, as Teams makes them.
/// </summary>
internal sealed class DecisionRig : IAsyncDisposable
{
    public static readonly Person Ann = Someone(CaseBuilder.Ann, "ann");
    public static readonly Person Mona = Someone(CaseBuilder.Mona, "mona");
    public static readonly Person Dev = Someone(CaseBuilder.Dev, "dev");
    public static readonly Person Sam = Someone(new NamedPerson(new PersonId("00000000-0000-0000-0000-0000000000d1"), "Sam Stranger"), "sam");

    private readonly string _folder = Directory.CreateTempSubdirectory("rowcroft-decisions").FullName;
    private readonly ServiceProvider _services;

    private DecisionRig()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = Database,
            ["Practice:Managers:0"] = Mona.Id.Value,
            ["Practice:Deputies:0"] = Dev.Id.Value,
        }).Build();
        var roster = new Mock<IRoster>(MockBehavior.Strict);
        roster.Setup(r => r.GetAsync(CaseBuilder.Practice, It.IsAny<CancellationToken>())).Returns(ReadRosterAsync);
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .AddPeople(configuration)
            .AddSecurity()
            .AddDelivery(configuration)
            .AddGuidance()
            .AddDecisions(configuration)
            .AddSingleton(roster.Object)
            .BuildServiceProvider();
    }

    public CapturedLogs Logs { get; } = new();

    private string Database => Path.Combine(_folder, "test.db");

    public FakeTimeProvider Time { get; } = new(CaseBuilder.Wednesday);

    /// <summary>Who is in the practice's team.</summary>
    public List<Person> People { get; } = [Ann, Dev, Mona, Sam];

    /// <summary>Done once, the next time somebody asks who decides: between a case being read and being changed.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public static async Task<DecisionRig> StartAsync()
    {
        var rig = new DecisionRig();
        await rig.Get<Migrator>().MigrateAsync(default);
        return rig;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static Caller Caller(Person person) => new(CaseBuilder.Practice, person);

    /// <param name="pictureHash">Of its screenshots.</param>
    public async Task<Case> OpenAsync(CaseBuilder builder, EvidenceState state = EvidenceState.Kept, ulong? pictureHash = null)
    {
        var report = builder.WithId(new CaseId(Guid.NewGuid())).Report();
        foreach (var evidence in report.Evidence)
        {
            await Get<EvidenceRecords>().AddAsync(
                new EvidenceRecord(evidence with { Id = new EvidenceId(Guid.NewGuid()) }, report.Practice, report.Draft, report.Reporter.Id, state, new EvidenceSeal(evidence.Sha256, [1]))
                {
                    PictureHash = pictureHash,
                },
                default);
        }

        return (await Get<CaseRecorder>().OpenAsync(report, now => now.AddDays(3), default)).Case;
    }

    public Task<Case?> FindAsync(Case @case) => Get<CaseStore>().FindAsync(@case.Practice, @case.Id, default);

    /// <summary>The card as Teams refreshes it for somebody.</summary>
    public Task<Answer> LookAsync(Person person, Case @case) =>
        InvokeAsync(person, DecisionVerbs.Refresh, new JObject { [CardFields.Case] = @case.Id.ToString(), [CardFields.Version] = @case.Version });

    /// <summary>Presses a button of a card, with what was filled in.</summary>
    public Task<Answer> PressAsync(Person person, JObject card, string button, params (string Id, string Value)[] inputs)
    {
        var action = card.DescendantsAndSelf().OfType<JObject>().Single(found => (string?)found["title"] == button);
        var data = (JObject)action["data"]!.DeepClone();
        foreach (var (id, value) in inputs)
        {
            data[id] = value;
        }

        return InvokeAsync(person, (string)action["verb"]!, data);
    }

    public async Task<Answer> InvokeAsync(Person person, string verb, JObject data)
    {
        var (caller, turn) = (Caller(person), Turn(person));
        var response = verb switch
        {
            DecisionVerbs.Decide => await Get<DecideHandler>().HandleAsync(caller, data, turn, default),
            DecisionVerbs.Ask => await Get<AskHandler>().HandleAsync(caller, data, turn, default),
            DecisionVerbs.Refresh => await Get<RefreshCaseHandler>().HandleAsync(caller, data, turn, default),
            DecisionVerbs.Answer => await Get<AnswerHandler>().HandleAsync(caller, data, turn, default),
            DecisionVerbs.Merge or DecisionVerbs.NotTheSame or DecisionVerbs.TakeApart
                => await Get<TwinHandler>().HandleAsync(caller, verb, data, turn, default),
            DecisionVerbs.List => await Get<ListCasesHandler>().HandleAsync(caller, data, turn, default),
            _ => throw new ArgumentOutOfRangeException(nameof(verb)),
        };
        Assert.Equal(200, response.StatusCode);
        return new Answer(response.Value is AdaptiveCard card ? CardJson.Of(card) : null, response.Value as string);
    }

    /// <summary>Sends a command and takes the bot's one reply.</summary>
    public async Task<Activity> CommandAsync(Person person, Func<Caller, ITurnContext, Task> command)
    {
        var adapter = new TestAdapter(Channels.Msteams);
        await adapter.ProcessActivityAsync(Message(person), (turn, _) => command(Caller(person), turn), default);
        return Assert.Single(adapter.ActiveQueue);
    }

    /// <summary>Renders an owed message, as the worker does; <c>null</c> when there is nothing to send.</summary>
    public Task<OutgoingMessage?> RenderAsync(string kind, Case @case, Person to) =>
        Get<Announcers>().For(kind).RenderAsync(new DueMessage(kind, @case.Practice, @case.Id, null, to, Time.GetUtcNow()), default);

    public async Task<IReadOnlyList<OutboxRow>> OwedAsync()
    {
        await using var db = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public async Task SettleAsync(string kind, OutboxState state)
    {
        await using var db = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var now = Time.GetUtcNow();
        await db.Outbox.Where(row => row.Kind == kind).ExecuteUpdateAsync(row => row
            .SetProperty(r => r.State, state)
            .SetProperty(r => r.SettledAt, state == OutboxState.Sent ? now : (DateTimeOffset?)null));
    }

    public async Task<IReadOnlyList<CaseEvent>> EventsAsync(Case @case)
    {
        await using var db = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var rows = await db.CaseEvents.AsNoTracking().Where(row => row.CaseId == @case.Id).OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => CaseJson.ReadEvent(row.Json))];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        TestDatabase.Forget(Database);
        Directory.Delete(_folder, recursive: true);
    }

    private static ITurnContext Turn(Person person) => new TurnContext(new TestAdapter(Channels.Msteams), Message(person));

    private static Activity Message(Person person) => new()
    {
        Type = ActivityTypes.Message,
        ServiceUrl = "https://teams.example/",
        From = new ChannelAccount(person.ChannelUserId, person.Name),
        Conversation = new ConversationAccount(id: $"a:{person.ChannelUserId}"),
    };

    private async Task<IReadOnlyList<Person>> ReadRosterAsync()
    {
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        return [.. People];
    }

    private static Person Someone(NamedPerson named, string name) => new(named.Id, named.Name, $"{name}@rowcroft.example", $"29:{name}");

    /// <summary>What a press was answered with: a card or a sentence.</summary>
    internal sealed record Answer(JObject? Card, string? Sentence)
    {
        public JObject Redrawn => Card ?? throw new InvalidOperationException($"No card, but: {Sentence}");

        /// <summary>Everything the card says, in order.</summary>
        public string Words => WordsOf(Redrawn);

        public static string WordsOf(JObject card) =>
            string.Join('\n', card.DescendantsAndSelf().OfType<JObject>().Select(element => (string?)element["text"]).OfType<string>());

        public string? Typed(string id) =>
            (string?)Redrawn.DescendantsAndSelf().OfType<JObject>().Single(element => (string?)element["id"] == id)["value"];

        public bool Offers(string button) =>
            Redrawn.DescendantsAndSelf().OfType<JObject>().Any(element => (string?)element["title"] == button);
    }
}
