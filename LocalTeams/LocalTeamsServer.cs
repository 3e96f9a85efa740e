using System.Text.Json.Serialization;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Connector;
using Rowcroft.LocalTeams.Control;
using Rowcroft.LocalTeams.Faults;
using Rowcroft.LocalTeams.Memory;
using Rowcroft.LocalTeams.Page;
using Rowcroft.LocalTeams.People;
using Rowcroft.LocalTeams.Uploads;

namespace Rowcroft.LocalTeams;

/// <summary>Teams on this machine: the connector that a bot talks to, the people who talk to the bot, and the page that shows them.</summary>
internal sealed class LocalTeamsServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private readonly WebApplication _app;

    private LocalTeamsServer(WebApplication app) => _app = app;

    /// <summary>The page's address, and the service address that the bot is given.</summary>
    public Uri BaseAddress => Get<ServiceAddress>().Value;

    public TimeProvider Clock => Get<TimeProvider>();

    /// <summary>Whether the bot is in the practice's team.</summary>
    public bool HasBotInTeam => Get<Installations>().InTeam;

    public Uri? BotEndpoint
    {
        get => Bot.Endpoint;
        set => Bot.Endpoint = value;
    }

    public BotLink Bot => Get<BotLink>();

    public Roster Roster => Get<Roster>();

    public FaultPlan Faults => Get<FaultPlan>();

    /// <summary>Adds and removes the bot and the members of the team, and tells the bot.</summary>
    public AppInstaller Installer => Get<AppInstaller>();

    public ConversationBook Book => Get<ConversationBook>();

    public static async Task<LocalTeamsServer> StartAsync(LocalTeamsOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls(options.Url);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        AddTeams(builder.Services, options);

        var app = builder.Build();
        app.UseOnlyThisMachine();
        app.UseOnlyTheBot(options.Registration);
        app.UsePage();
        app.MapPage();
        app.MapConversations();
        app.MapMembers();
        app.MapTeam();
        app.MapUploads();
        app.MapControl();
        await app.StartAsync();
        app.Services.GetRequiredService<ServiceAddress>().Value = new Uri(new Uri(app.Urls.First()), "/");
        return new(app);
    }

    /// <summary>Everything this person can do in Teams.</summary>
    public PersonClient As(Person person) => new(person, _app.Services);

    /// <summary>What stands in a channel, oldest first.</summary>
    public IReadOnlyList<Post> In(TeamChannel channel) => [.. Book.In(Conversation.In(channel)).Where(post => !post.IsDeleted)];

    /// <summary>The bot is added to the practice's team by its manager.</summary>
    public Task InstallInTeamAsync(TeamChannel? selected = null) => Installer.InstallInTeamAsync(Cast.Manager, selected ?? Practice.General);

    /// <summary>
    /// Waits until something is so, here or in the bot: looks at every change and now and then besides. Fails after
    /// <paramref name="patience"/>, a minute if not given: a busy machine is no defect.
    /// </summary>
    public async Task UntilAsync(Func<bool> isSo, TimeSpan? patience = null)
    {
        using var end = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            var next = Get<News>().NextAsync();
            if (isSo())
            {
                return;
            }

            await Task.WhenAny(next, Task.Delay(Glance, TimeProvider.System, end.Token));
            end.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits for what it finds to be there.</summary>
    public async Task<T> UntilAsync<T>(Func<T?> find, TimeSpan? patience = null)
        where T : class
    {
        T? found = null;
        await UntilAsync(() => (found = find()) is not null, patience);
        return found!;
    }

    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private static void AddTeams(IServiceCollection services, LocalTeamsOptions options)
    {
        services.AddHttpClient();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new Roster(options.Everyone, options.Members));
        services.AddSingleton<ServiceAddress>();
        services.AddSingleton<News>();
        services.AddSingleton<ActivityIds>();
        services.AddSingleton<ConversationBook>();
        services.AddSingleton<Installations>();
        services.AddSingleton<BotLink>();
        services.AddSingleton<Activities>();
        services.AddSingleton<AppInstaller>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<CardPresser>();
        services.AddSingleton<UploadStore>();
        services.AddSingleton<UploadLinks>();
        services.AddSingleton<FaultPlan>();
        services.AddSingleton<ConnectorDesk>();
        services.AddSingleton<PageState>();
        services.AddSingleton<TeamsMemory>();
        services.AddHostedService<MemoryKeeper>();
    }
}
