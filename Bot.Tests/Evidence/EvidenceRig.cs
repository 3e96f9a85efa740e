using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The room as the product puts it together, over a real database and a real directory, with Teams' hosts on this machine.</summary>
internal sealed class EvidenceRig : IAsyncDisposable
{
    public const string Token = "Bearer the-bots-own-token";

    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _directory;

    private EvidenceRig(ServiceProvider services, DirectoryInfo directory, PictureServer server, FakeTimeProvider time)
    {
        (_services, _directory, Server, Time) = (services, directory, server, time);
    }

    public PictureServer Server { get; }

    public FakeTimeProvider Time { get; }

    public CaseId Draft { get; } = new(Guid.NewGuid());

    public CapturedLogs Logs => _services.GetRequiredService<CapturedLogs>();

    public EvidenceIntake Intake => _services.GetRequiredService<EvidenceIntake>();

    public EvidenceVault Vault => Get<EvidenceVault>();

    public IEvidenceStore Store => _services.GetRequiredService<IEvidenceStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public string EvidencePath => Path.Combine(_directory.FullName, "evidence");

    public IEnumerable<string> KeptFiles => Files.Where(file => Path.GetFileName(file).Length == 64);

    public IEnumerable<string> Files => Directory.EnumerateFiles(EvidencePath, "*", SearchOption.AllDirectories);

    public static async Task<EvidenceRig> StartAsync(
        string environment = "Development",
        Action<IServiceCollection>? configure = null,
        params IReadOnlyList<(string Key, string Value)> settings)
    {
        var directory = Directory.CreateTempSubdirectory("evidence-");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("MicrosoftAppId", "the-bot"),
                new("Storage:Path", Path.Combine(directory.FullName, "test.db")),
                new("Evidence:Path", Path.Combine(directory.FullName, "evidence")),
                new("Evidence:RetryDelay", "00:00:00"),
            ])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var host = new HostingEnvironment { EnvironmentName = environment, ContentRootPath = directory.FullName };
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(host)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<CapturedLogs>()
            .AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<CapturedLogs>())
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<ServiceClientCredentialsFactory, OwnCredentials>()
            .AddStorage(configuration)
            .AddEvidence(configuration, host);
        configure?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await provider.GetRequiredService<Migrator>().MigrateAsync(default);
        await provider.GetRequiredService<IEvidenceStore>().PrepareAsync(default);
        return new EvidenceRig(provider, directory, await PictureServer.StartAsync(), time);
    }

    /// <summary>What becomes of a message with these attachments, sent through the connector at <see cref="PictureServer.Origin"/>.</summary>
    public Task<IReadOnlyList<EvidenceOutcome>> SendAsync(params IReadOnlyList<Attachment> attachments) => SendAsync(Draft, attachments);

    public Task<IReadOnlyList<EvidenceOutcome>> SendAsync(CaseId draft, params IReadOnlyList<Attachment> attachments) => Intake.ReceiveAsync(
        CaseBuilder.Practice,
        draft,
        CaseBuilder.Ann.Id,
        new Activity { Type = ActivityTypes.Message, ServiceUrl = Server.Origin + "/uk/", Attachments = [.. attachments] },
        default);

    public async Task<SealedEvidence> SealAsync(Attachment attachment) =>
        Assert.IsType<EvidenceOutcome.Sealed>(Assert.Single(await SendAsync(attachment))).Evidence;

    public async Task<EvidenceOutcome.Refused> RefuseAsync(Attachment attachment)
    {
        var refused = Assert.IsType<EvidenceOutcome.Refused>(Assert.Single(await SendAsync(attachment)));
        Assert.Empty(await RecordsAsync());
        Assert.Empty(Files);
        return refused;
    }

    public Task<IReadOnlyList<SealedEvidence>> RecordsAsync() =>
        _services.GetRequiredService<EvidenceRecords>().ListForDraftAsync(Draft, default);

    public static Attachment Pasted(string address) => new("image/*", address);

    public static Attachment Attached(string address, string name = "post.png") => new(
        FileDownloadInfo.ContentType,
        "https://contoso-my.sharepoint.com/personal/ann/Documents/" + name,
        new JObject { ["downloadUrl"] = address, ["uniqueId"] = "1", ["fileType"] = "png" },
        name);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _services.DisposeAsync();
        TestDatabase.Forget(Path.Combine(_directory.FullName, "test.db"));
        _directory.Delete(recursive: true);
    }

    private sealed class OwnCredentials : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == "the-bot");

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        {
            Assert.Equal(("the-bot", "https://api.botframework.com", true), (appId, audience, validateAuthority));
            return Task.FromResult<ServiceClientCredentials>(new OwnToken());
        }
    }

    private sealed class OwnToken : ServiceClientCredentials
    {
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("Authorization", Token);
            return Task.CompletedTask;
        }
    }
}
