using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess;
using Rowcroft.TeamsBot.Tests.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>
/// The rooms that keep and decide, over a real database and real sealed files, with <see cref="FakeTeams"/> behind them. It is Wednesday
/// 4 March 2026, 10:00; Mona is the manager, Dev the deputy, Ann reports.
/// </summary>
internal sealed class CustodyRig : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestDatabase _database;
    private readonly List<ServiceProvider> _instances = [];

    private CustodyRig(TestDatabase database) => _database = database;

    public FakeTimeProvider Time { get; } = new(CaseBuilder.Wednesday);

    public FakeTeams Teams { get; } = new();

    public FixedRoster Roster { get; } = new(CaseBuilder.Ann, CaseBuilder.Mona, CaseBuilder.Dev);

    public CapturedLogs Logs { get; } = new();

    public BreakingPoint Breaking { get; } = new();

    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder.File("evidence"), "*", SearchOption.AllDirectories);

    /// <summary>Where another process finds the same database and files, as its command line says it.</summary>
    public string[] Places => [$"--Storage:Path={_database.Configuration["Storage:Path"]}", $"--Evidence:Path={_folder.File("evidence")}", $"--contentRoot={_folder.File()}"];

    public static async Task<CustodyRig> StartAsync(string provider = "Sqlite", params (string Key, string Value)[] settings)
    {
        var rig = new CustodyRig(await TestDatabase.CreateAsync(provider));
        rig.StartInstance(settings);
        await rig.Get<IEvidenceStore>().PrepareAsync(default);
        Assert.NotNull(await rig.Get<Installations>().RecordAsync(DeliveryDriver.Installed(), default));
        return rig;
    }

    /// <summary>Another process over the same database and files.</summary>
    public ServiceProvider StartInstance(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(_database.Configuration)
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Evidence:Path"] = _folder.File("evidence"),
                ["Practice:Managers:0"] = CaseBuilder.Mona.Id.Value,
                ["Practice:Deputies:0"] = CaseBuilder.Dev.Id.Value,
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var host = new HostingEnvironment { EnvironmentName = Environments.Development };
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(host)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<BotAdapter>(Teams)
            .AddStorage(configuration)
            .AddPeople(configuration)
            .AddSecurity()
            .AddGuidance()
            .AddEvidence(configuration, host)
            .AddDelivery(configuration)
            .AddDecisions(configuration)
            .AddCustody(configuration)
            .AddSubjectAccess()
            .AddSingleton<RetentionOf>(provider => @case =>
                provider.GetRequiredService<RetentionSchedule>().ClockOf(@case) is { } clock ? new KeptUntil(clock.Rule, clock.LastDay) : null)
            .Replace(ServiceDescriptor.Singleton<IRoster>(Roster))
            .AddSingleton(Breaking);
        Break<IDbContextFactory<BotDbContext>>(services, (inner, breaking) => new BreakingContexts(inner, breaking));
        Break<IEvidenceStore>(services, (inner, breaking) => new BreakingStore(inner, breaking));
        var instance = services.BuildServiceProvider();
        _instances.Add(instance);
        return instance;
    }

    public T Get<T>()
        where T : notnull => _instances[0].GetRequiredService<T>();

    public Task<BotDbContext> ContextAsync() => Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();

    /// <summary>A case with sealed screenshots, as a report makes it.</summary>
    public async Task<Case> OpenAsync(CaseBuilder? report = null, int screenshots = 1, PracticeId? practice = null)
    {
        var draft = new CaseId(Guid.NewGuid());
        var files = new List<SealedEvidence>();
        for (var number = 1; number <= screenshots; number++)
        {
            files.Add(await SealAsync(draft, $"post {number}.png", practice));
        }

        var builder = (report ?? new CaseBuilder()).WithId(draft).WithEvidence(files).In(practice ?? CaseBuilder.Practice);
        return (await Get<CaseRecorder>().OpenAsync(builder.Report(), now => now.AddDays(3), default)).Case;
    }

    public async Task<SealedEvidence> SealAsync(CaseId draft, string name, PracticeId? practice = null)
    {
        var vault = Get<EvidenceVault>();
        await using var pending = await vault.BeginAsync(default);
        await pending.Destination.WriteAsync(SamplePictures.Png(Random.Shared.Next()));
        var finished = await pending.FinishAsync(default);
        var file = new SealedEvidence(pending.Id, name, "image/png", finished.Size, finished.Sha256, Time.GetUtcNow());
        var record = new EvidenceRecord(file, practice ?? CaseBuilder.Practice, draft, CaseBuilder.Ann.Id, EvidenceState.Kept, EvidenceVault.Unsealed);
        return (await vault.KeepAsync(pending, record, default)).Evidence;
    }

    /// <summary>Applies a command and stores it.</summary>
    public async Task<Case> ApplyAsync(Case current, Func<Case, CaseOutcome> command)
    {
        var recorded = Assert.IsType<CaseOutcome.Recorded>(command(current));
        Assert.True(await Get<CaseRecorder>().CommitAsync(recorded, default));
        return recorded.Case;
    }

    public Task<Case> DecideAsync(Case current, params DecisionOutcome[] outcomes) =>
        ApplyAsync(current, @case => CaseBuilder.Decision(@case, outcomes));

    public Task<Case?> FindAsync(Case @case) => Get<CaseStore>().FindAsync(@case.Practice, @case.Id, default);

    public Task<CheckReport> CheckAsync(PracticeId? practice = null) =>
        Get<CustodyCheck>().RunAsync(practice ?? CaseBuilder.Practice, CheckPace.AsFastAsItGoes(Time), default);

    /// <summary>It is a day and time in London; the night that is due is worked through.</summary>
    public Task NightAsync(DateTimeOffset now, ServiceProvider? instance = null)
    {
        Time.SetUtcNow(now);
        return (instance ?? _instances[0]).GetRequiredService<CustodyNight>().ReconcileAsync(default);
    }

    public async Task<HealthReportEntry> HealthAsync() => (await Get<HealthCheckService>().CheckHealthAsync()).Entries["custody"];

    /// <summary>Sends until nothing more is due.</summary>
    public async Task DeliverAsync()
    {
        while (await Get<OutboxWorker>().SweepAsync(default) > 0)
        {
        }
    }

    public async Task<IReadOnlyList<OutboxRow>> OwedAsync(string kind)
    {
        await using var db = await ContextAsync();
        return await db.Outbox.AsNoTracking().Where(row => row.Kind == kind).OrderBy(row => row.Id).ToListAsync();
    }

    public async Task ChangeAsync(string sql)
    {
        await using var db = await ContextAsync();
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql));
    }

    /// <summary>Changes one byte of a sealed file where it lies.</summary>
    public async Task FlipByteAsync(SealedEvidence file)
    {
        var path = await PathOfAsync(file);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    public async Task<string> PathOfAsync(SealedEvidence file)
    {
        var record = await Get<EvidenceRecords>().FindAsync(CaseBuilder.Practice, file.Id, default);
        return Files.Single(path => Path.GetFileName(path) == record!.Seal.Address);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private static void Break<T>(IServiceCollection services, Func<T, BreakingPoint, T> around)
        where T : class
    {
        var registered = services.Last(service => service.ServiceType == typeof(T));
        services.Replace(ServiceDescriptor.Singleton(provider => around(
            (T)(registered.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)),
            provider.GetRequiredService<BreakingPoint>())));
    }
}
