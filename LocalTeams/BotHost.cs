using System.Security.Cryptography;
using Rowcroft.LocalTeams.Clock;

namespace Rowcroft.LocalTeams;

/// <summary>Builds the bot; the bot's own entry point has this shape.</summary>
internal delegate WebApplication BuildBot(string[] args, Action<WebApplicationBuilder> configure);

/// <summary>Runs the bot in this process on a loopback port of its own, and can start it again as after a crash or a release.</summary>
/// <param name="build">The bot's entry point.</param>
/// <param name="args">The bot's command line: where its files are, and that it runs in Development.</param>
/// <param name="settings">The bot's configuration.</param>
/// <param name="clock">The clock that the bot gets, so that the page can move it.</param>
internal sealed class BotHost(
    BuildBot build, IReadOnlyList<string> args, IReadOnlyDictionary<string, string?> settings, ShiftableTimeProvider clock) : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";
    private readonly SemaphoreSlim _one = new(1, 1);
    private WebApplication? _bot;

    /// <summary>Where the bot listened last: it comes back on the same port, so that links in old cards still open.</summary>
    private Uri? _address;

    /// <summary>With it a link signs somebody in although it comes from another site: only the page that plays Teams knows it.</summary>
    public string SignInKey { get; } = RandomNumberGenerator.GetHexString(32);

    /// <summary>Returns the address for activities.</summary>
    public async Task<Uri> StartAsync(CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await StartOnceAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Stops the bot and starts it again on the same data.</summary>
    public async Task<Uri> RestartAsync(CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await StopOnceAsync();
            return await StartOnceAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task StopAsync()
    {
        await _one.WaitAsync();
        try
        {
            await StopOnceAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _one.Dispose();
    }

    private async Task<Uri> StartOnceAsync(CancellationToken cancellation)
    {
        if (_bot is null)
        {
            var bot = build([.. args, $"--urls={_address?.ToString() ?? AnyPort}"], Configure);
            await bot.StartAsync(cancellation);
            _bot = bot;
            _address = new Uri(bot.Urls.First());
        }

        return new Uri(_address!, "api/messages");
    }

    private async Task StopOnceAsync()
    {
        if (_bot is not null)
        {
            await _bot.StopAsync();
            await _bot.DisposeAsync();
            _bot = null;
        }
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(settings).AddInMemoryCollection([new("LocalSignIn:Key", SignInKey)]);
        builder.Services.AddSingleton<TimeProvider>(clock);
    }
}
