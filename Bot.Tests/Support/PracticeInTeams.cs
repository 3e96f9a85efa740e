using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rowcroft.LocalTeams;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.LocalTeams.Clock;
using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// The whole practice: Teams as played on this machine, and the real bot behind a port of its own, with its real database and evidence in a
/// folder that goes with the test. The bot is in the practice's team, and its set-up card stands in the channel. It is Wednesday 4 March 2026, 10:00, and the clock runs.
/// </summary>
internal sealed class PracticeInTeams : IAsyncDisposable
{
    /// <summary>Longer than Teams has it: a busy machine is no defect.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder _folder;
    private readonly BotHost _host;
    private readonly RunningBot _running;

    private PracticeInTeams(TempFolder folder, BotHost host, RunningBot running, ShiftableTimeProvider clock, LocalTeamsServer teams) =>
        (_folder, _host, _running, Clock, Teams) = (folder, host, running, clock, teams);

    public LocalTeamsServer Teams { get; }

    public ShiftableTimeProvider Clock { get; }

    public PersonClient Receptionist => Teams.As(Cast.Receptionist);

    public PersonClient Nurse => Teams.As(Cast.Nurse);

    public PersonClient Manager => Teams.As(Cast.Manager);

    public PersonClient Deputy => Teams.As(Cast.Deputy);

    /// <summary>What stands in the channel in which the bot was installed.</summary>
    public IReadOnlyList<Post> Channel => Teams.In(Practice.General);

    /// <summary>Where the bot answers, for calls that do not come from Teams.</summary>
    public Uri BotAddress => new(Teams.BotEndpoint!, "/");

    /// <param name="configure">Changes the bot's settings and services, again at each start of the bot.</param>
    /// <param name="settings">The bot's settings that differ from those of a developer's machine.</param>
    /// <param name="start">When the story begins.</param>
    /// <param name="registration">For a bot with an app id.</param>
    public static async Task<PracticeInTeams> StartAsync(
        Action<WebApplicationBuilder>? configure = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        DateTimeOffset? start = null,
        Registration? registration = null,
        string environment = "Development")
    {
        var folder = new TempFolder();
        var clock = new ShiftableTimeProvider(new ClockFrom(start ?? CaseBuilder.Wednesday));
        var running = new RunningBot(configure);
        var host = new BotHost(running.Build, [.. BotSetup.Args, $"--environment={environment}"], Settings(folder, settings), clock);
        LocalTeamsServer? teams = null;
        try
        {
            teams = await LocalTeamsServer.StartAsync(new()
            {
                Clock = clock,
                Bot = host,
                BotEndpoint = await host.StartAsync(),
                BotPatience = Patience,
                Registration = registration,
            });
            await teams.InstallInTeamAsync();
            await teams.UntilAsync(() => teams.In(Practice.General).Any(post => post.IsFromBot), Patience);
            return new(folder, host, running, clock, teams);
        }
        catch
        {
            await EndAsync(teams, host, folder);
            throw;
        }
    }

    /// <summary>Something from inside the bot that runs now.</summary>
    public T Get<T>()
        where T : notnull => _running.Services.GetRequiredService<T>();

    /// <summary>Until nothing is on its way: what comes of its own would stand below an answer and be read for it.</summary>
    public Task QuietAsync() => Teams.UntilAsync(
        () =>
        {
            using var db = Get<IDbContextFactory<BotDbContext>>().CreateDbContext();
            var soon = Clock.GetUtcNow().AddSeconds(1); // later are reminders
            return !db.Outbox.Any(row => row.State == OutboxState.Pending && row.DueAt < soon);
        },
        Patience);

    public async Task RestartBotAsync() => Teams.BotEndpoint = await _host.RestartAsync();

    public async Task StopBotAsync()
    {
        Teams.BotEndpoint = null;
        await _host.StopAsync();
    }

    public async Task StartBotAsync() => Teams.BotEndpoint = await _host.StartAsync();

    public ValueTask DisposeAsync() => EndAsync(Teams, _host, _folder);

    private static Dictionary<string, string?> Settings(TempFolder folder, IReadOnlyDictionary<string, string?>? changed)
    {
        var settings = new Dictionary<string, string?>(BotSetup.Settings(folder.File()));
        foreach (var (name, value) in changed ?? new Dictionary<string, string?>())
        {
            settings[name] = value;
        }

        return settings;
    }

    private static async ValueTask EndAsync(LocalTeamsServer? teams, BotHost host, TempFolder folder)
    {
        await host.DisposeAsync();
        if (teams is not null)
        {
            await teams.DisposeAsync();
        }

        folder.Dispose();
    }

    /// <summary>The bot as its own entry point builds it; remembers the one that was built last.</summary>
    private sealed class RunningBot(Action<WebApplicationBuilder>? change)
    {
        private WebApplication? _app;

        public IServiceProvider Services => _app!.Services;

        public WebApplication Build(string[] args, Action<WebApplicationBuilder> configure) => _app = BotApplication.Build(args, builder =>
        {
            builder.Logging.ClearProviders();
            configure(builder);
            change?.Invoke(builder);
        });
    }
}
