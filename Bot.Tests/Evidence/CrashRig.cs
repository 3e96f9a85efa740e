using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A database and a store that outlive the processes which work on them, and processes that die at a chosen step.</summary>
internal sealed class CrashRig : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestDatabase _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly List<ServiceProvider> _processes = [];

    private CrashRig(TestDatabase database, string store)
    {
        _database = database;
        _settings = new() { ["Evidence:Path"] = _folder.File("evidence") };
        if (store == "Blobs")
        {
            var azurite = AzuriteServer.Require();
            _settings["Evidence:Blob"] = azurite.NewContainer().ToString();
            _settings["Evidence:BlobConnectionString"] = azurite.ConnectionString;
        }
    }

    public static PracticeId Practice => CaseBuilder.Practice;

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public CaseId Draft { get; } = new(Guid.NewGuid());

    public static async Task<CrashRig> StartAsync(string store, string provider) => new(await TestDatabase.CreateAsync(provider), store);

    /// <param name="death">Which step is its last; <c>null</c> for one that lives.</param>
    public async Task<ServiceProvider> StartProcessAsync(Death? death = null)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(_database.Configuration).AddInMemoryCollection(_settings).Build();
        var host = new HostingEnvironment { EnvironmentName = Environments.Development };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(host)
            .AddSingleton<TimeProvider>(Time)
            .AddStorage(configuration)
            .AddEvidence(configuration, host);
        if (death is not null)
        {
            var registered = services.Last(service => service.ServiceType == typeof(IEvidenceStore)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<IEvidenceStore>(provider => new DyingStore((IEvidenceStore)registered(provider), death)));
            services.ConfigureDbContext<SqliteBotDbContext>(options => options.AddInterceptors(new DyingDatabase(death), new DyingCommits(death)));
            services.ConfigureDbContext<PostgresBotDbContext>(options => options.AddInterceptors(new DyingDatabase(death), new DyingCommits(death)));
        }

        var process = services.BuildServiceProvider();
        _processes.Add(process);
        await process.GetRequiredService<IEvidenceStore>().PrepareAsync(default);
        return process;
    }

    public async Task<SealedEvidence> ReceiveAsync(IServiceProvider process, byte[] bytes)
    {
        var vault = process.GetRequiredService<EvidenceVault>();
        await using var pending = await vault.BeginAsync(default);
        await pending.Destination.WriteAsync(bytes);
        var finished = await pending.FinishAsync(default);
        var file = new SealedEvidence(pending.Id, "post.png", "image/png", finished.Size, finished.Sha256, Time.GetUtcNow());
        var record = new EvidenceRecord(file, Practice, Draft, CaseBuilder.Ann.Id, EvidenceState.Kept, EvidenceVault.Unsealed);
        return (await vault.KeepAsync(pending, record, default)).Evidence;
    }

    /// <summary>Every record can be opened, or was purged on purpose; every file belongs to a record; nothing is half received.</summary>
    public async Task AssertSettledAsync(IServiceProvider process)
    {
        var vault = process.GetRequiredService<EvidenceVault>();
        await using var db = await process.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var records = (await db.Evidence.AsNoTracking().ToListAsync()).Select(row => row.Record).ToList();
        foreach (var record in records)
        {
            var expected = record.State == EvidenceState.Purged ? SealCheck.Purged : SealCheck.Intact;
            Assert.Equal(expected, await vault.CheckAsync(Practice, record.Id, default));
        }

        var files = await FilesAsync(process);
        Assert.Equal(
            records.Where(record => record.State != EvidenceState.Purged).Select(record => record.Seal.Address).Order(),
            files.Select(file => file.Address).Order());
        if (Directory.Exists(_folder.File("evidence")))
        {
            Assert.Equal(files.Count, Directory.EnumerateFiles(_folder.File("evidence"), "*", SearchOption.AllDirectories).Count());
        }
    }

    public static async Task<IReadOnlyList<KeptFile>> FilesAsync(IServiceProvider process)
    {
        var files = new List<KeptFile>();
        await foreach (var file in process.GetRequiredService<IEvidenceStore>().ListAsync(default))
        {
            files.Add(file);
        }

        return files;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _database.DisposeAsync();
        _folder.Dispose();
    }
}
