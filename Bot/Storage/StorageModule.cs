using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <remarks>
/// Keeps cases, their events, what is owed to whom and half-finished conversations in SQLite or PostgreSQL. It decides nothing: it is
/// asked what there is, and what changes is written by the rooms in one transaction.
/// </remarks>
internal static class StorageModule
{
    /// <summary>Part of every key that is derived from the ring: with another name nothing that was wrapped can be read.</summary>
    private const string KeyRingName = "Rowcroft.TeamsBot";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(StorageOptions.Section);
        services.AddOptions<StorageOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Validator>();
        services.AddPooledDbContextFactory<SqliteBotDbContext>((provider, options) =>
            Databases.UseSqlite(options, provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path));
        services.AddPooledDbContextFactory<PostgresBotDbContext>((provider, options) =>
            Databases.UsePostgres(options, provider.GetRequiredService<DbDataSource>()));
        services.AddSingleton<DbDataSource>(provider => PostgresSource.Open(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString,
            PostgresSource.IdentityFrom(configuration, provider.GetRequiredService<IHostEnvironment>())));
        services.AddSingleton<IDbContextFactory<BotDbContext>>(provider =>
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == DatabaseProvider.Sqlite
                ? ActivatorUtilities.CreateInstance<BotDbContextFactory<SqliteBotDbContext>>(provider)
                : ActivatorUtilities.CreateInstance<BotDbContextFactory<PostgresBotDbContext>>(provider));
        services.AddStart();
        services.AddSingleton<StateTable>(provider =>
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == DatabaseProvider.Sqlite
                ? ActivatorUtilities.CreateInstance<SqliteStateTable>(provider)
                : ActivatorUtilities.CreateInstance<PostgresStateTable>(provider));
        services.AddSingleton(_ => new KnownTypes());
        services.AddSingleton<IStorage, DialogStorage>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<PracticeTable>();
        services.AddSingleton<EvidenceRecords>();
        services.AddSingleton<EvidenceLeftovers>();
        services.AddSingleton<QuietStates>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContext());
        services.AddKeyRing(configuration);
        services.AddSingleton<CasePurge>();
        services.AddSingleton<Certificates>();
        services.AddSingleton<CustodyRuns>();
        services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage");
        return services;
    }

    /// <summary>Registers a worker that begins when the database and the key ring are there. Every worker does.</summary>
    public static IServiceCollection AddWorker<TWorker>(this IServiceCollection services)
        where TWorker : BackgroundService
    {
        services.TryAddSingleton<TWorker>();
        return services.AddHostedService<OnceReady<TWorker>>();
    }

    /// <summary>
    /// Data Protection reads its ring when the process starts, and makes a key where it finds none: before <see cref="KeyRingStart"/> has
    /// looked, that is too early. Called after everything that adds Data Protection again.
    /// </summary>
    public static void RemoveEarlyKeyRing(this IServiceCollection services)
    {
        foreach (var early in services.Where(IsEarlyKeyRing).ToList())
        {
            services.Remove(early);
        }
    }

    private static bool IsEarlyKeyRing(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && !service.IsKeyedService
        && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly;

    private static void AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName(KeyRingName).PersistKeysToDbContext<BotDbContext>();
        services.AddOptions<KeyRingOptions>().Bind(configuration.GetSection(KeyRingOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyRingOptions>, KeyRingOptions.Validator>();
        services.AddSingleton(provider => new KeyVaultKeys(
            provider.GetRequiredService<IOptions<KeyRingOptions>>().Value.KeyVaultKey!,
            CloudIdentity.For(configuration, provider.GetRequiredService<IHostEnvironment>())));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider, IOptions<KeyRingOptions>>((ring, provider, options) =>
            ring.XmlEncryptor = options.Value.KeyVaultKey is null ? null : new KeyRingEncryptor(provider.GetRequiredService<KeyVaultKeys>()));
        services.AddSingleton<KeyRingStart>();
    }

    private static void AddStart(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Migrator>();
        services.AddSingleton<StartGate>();
        services.AddSingleton<StartWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<StartWatch>());
        services.AddHealthChecks().AddCheck<StartHealthCheck>(StartHealthCheck.Name);
    }
}
