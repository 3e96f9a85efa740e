using System.Net;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// The room for screenshots: fetch, check, seal, keep. It trusts neither the address, the name, the type nor the length that a message
/// gives. What a screenshot shows is nobody's business here.
/// </summary>
internal static class EvidenceModule
{
    private const string ClientName = "evidence";

    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        // Teams is played on the developer's own machine; nowhere else is this machine a source of evidence.
        var allowLoopback = environment.IsDevelopment();

        services.AddOptions<EvidenceOptions>()
            .Bind(configuration.GetSection(EvidenceOptions.Section))
            .Validate(
                options => options.AllowedHosts.All(AllowedAddresses.IsHostRule),
                "Evidence:AllowedHosts must hold names such as contoso-my.sharepoint.com or *.sharepoint.com, without https:// and path.")
            .Validate(
                options => options.Clamd.Length == 0 || ClamdAddress.TryParse(options.Clamd, out _),
                "Evidence:Clamd must be host:port, or the path of a Unix socket that begins with a slash.")
            .Validate(
                options => options.Blob is null || BlobEvidenceStore.IsContainer(options.Blob, allowLoopback),
                "Evidence:Blob must be a container's address, for example https://account.blob.core.windows.net/evidence.")
            .Validate(
                options => options.BlobConnectionString is null || (allowLoopback && options.Blob is not null),
                "Evidence:BlobConnectionString is for Development only, beside Evidence:Blob: elsewhere the bot's managed identity is used.")
            .ValidateOnStart();
        services.AddHealthChecks().AddCheck<MalwareHealthCheck>("malware scan");
        services.AddSingleton<IValidateOptions<EvidenceOptions>, EvidenceOptionsCheck>();
        services.TryAddSingleton<ServiceClientCredentialsFactory>(_ => BotCertificate.Credentials(configuration));
        services.AddSingleton<BotToken>();
        services.TryAddSingleton(new GuardedConnect(Dns.GetHostAddressesAsync, allowLoopback));
        services.TryAddSingleton(provider => new AllowedAddresses(Hosts(provider), allowLoopback));
        services.AddHttpClient<PictureDownload>(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<GuardedConnect>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // one client for the process: the handler renews its connections itself
            .RemoveAllLoggers(); // they write addresses, and these addresses open pictures
        services.TryAddSingleton(provider => Store(provider, configuration, environment));
        services.AddSingleton<EvidenceKeys>();
        services.AddSingleton<EvidenceVault>();
        services.AddSingleton<PictureDecoder>();
        services.AddSingleton<ViewingCopy>();
        services.AddSingleton<BlurredPreview>();
        services.AddSingleton<RedactedCopy>();
        services.AddSingleton<PictureHash>();
        services.AddSingleton<LaterHashes>();
        services.AddSingleton<IMalwareScanner, ClamdScanner>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<PictureReception>();
        services.AddSingleton<EvidenceIntake>();
        services.AddHostedService<EvidenceStart>();
        services.AddWorker<EvidenceSweep>();
        services.AddHealthChecks().AddCheck<EvidenceHealthCheck>("evidence", tags: [CheckTags.Costly]);
        return services;
    }

    /// <summary>No proxy: the address that is checked must be the one that answers.</summary>
    public static SocketsHttpHandler Handler(GuardedConnect connect) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => connect.ConnectAsync(context.DnsEndPoint, cancellationToken),
    };

    private static IEvidenceStore Store(IServiceProvider provider, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = provider.GetRequiredService<IOptions<EvidenceOptions>>().Value;
        return options.Blob is { } container
            ? InTheCloud(container, options.BlobConnectionString, configuration, environment)
            : ActivatorUtilities.CreateInstance<FileEvidenceStore>(provider);
    }

    /// <summary>A method of its own, so that Azure's libraries are loaded only where they are used.</summary>
    private static BlobEvidenceStore InTheCloud(Uri container, string? connectionString, IConfiguration configuration, IHostEnvironment environment) =>
        new(BlobEvidenceStore.Open(container, connectionString, CloudIdentity.For(configuration, environment)));

    private static IReadOnlyList<string> Hosts(IServiceProvider provider)
    {
        var configured = provider.GetRequiredService<IOptions<EvidenceOptions>>().Value.AllowedHosts;
        return configured.Count > 0 ? [.. configured] : EvidenceOptions.TeamsHosts;
    }
}
