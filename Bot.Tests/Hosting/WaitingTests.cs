using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>The registered bot, started while its database is away or not migrated yet.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private const string Away = "PostgreSQL does not answer. Storage:ConnectionString says where it should be.";
    private const string Password = "the-bots-own";

    // It stands still until a test moves it: nobody's patience ends because a busy machine is slow, and the start waits for its first attempt.
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private LockedPostgres _server = null!;
    private RegisteredBot? _bot;

    public Task InitializeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task With_No_Database_It_Listens_And_Says_What_It_Waits_For()
    {
        var bot = await StartAsync();

        Assert.Equal((200, "Healthy"), await bot.GetAsync("/health/live"));
        var (status, body) = await bot.GetAsync("/health/ready");
        var checks = JsonNode.Parse(body)!["checks"]!.AsObject();
        Assert.Equal((503, "start", Away), (status, Assert.Single(checks).Key, (string?)checks["start"]!["description"]));
        Assert.Equal((503, ClosedUntilReady.NotYet), await bot.GetAsync("/cases/RMC-2026-0001/evidence"));
        Assert.Single(bot.Logs.Lines, line => line.EndsWith($"Warning 2011 The bot waits, and goes on by itself: {Away} ", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("Rowcroft", StringComparison.Ordinal) && line.Contains(" Error ", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Who_Writes_Meanwhile_Is_Told_That_Nothing_Was_Kept()
    {
        var bot = await StartAsync();

        await PastPatienceAsync(bot.PostAsync(bot.Message("report"), bot.Microsoft.Token()));
        Assert.Equal(WaitingRoom.NotYet, (string?)Assert.Single(bot.Said)["text"]);

        Assert.Equal(401, await bot.PostAsync(bot.Message("report"), authorization: null));
        Assert.Single(bot.Said);
    }

    [SkippableFact]
    public async Task When_The_Database_Comes_Everything_Begins_By_Itself_And_What_Nobody_Would_Repeat_Is_Not_Lost()
    {
        var bot = await StartAsync();
        var added = bot.PostAsync(bot.Installation(), bot.Microsoft.Token());

        _server.Start();
        await _server.AddBotAsync(Password);
        await ReadyAsync(bot);

        Assert.Equal(200, await added.WaitAsync(TimeSpan.FromMinutes(1)));
        await bot.SayAsync(bot.Message("help"));
        Assert.NotEqual(WaitingRoom.NotYet, (string?)Assert.Single(bot.Said)["text"]);
        Assert.NotEqual(Greetings.NotSetUp, (string?)Assert.Single(bot.Said)["text"]);
        Assert.Contains(bot.Logs.Lines, line => line.Contains(" 2012 ", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Who_Writes_In_The_Last_Moment_Before_It_Comes_Is_Answered_As_If_It_Had_Been_There()
    {
        var bot = await StartAsync();
        _server.Start();
        await _server.AddBotAsync(Password);

        var added = bot.PostAsync(bot.Installation(), bot.Microsoft.Token());
        var written = bot.PostAsync(bot.Message("help"), bot.Microsoft.Token());
        _clock.Advance(TimeSpan.FromSeconds(5));
        await bot.Get<StartGate>().Opened.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((200, 200), (await added.WaitAsync(TimeSpan.FromMinutes(1)), await written.WaitAsync(TimeSpan.FromMinutes(1))));
        Assert.DoesNotContain(bot.Said, said => (string?)said["text"] == WaitingRoom.NotYet);
    }

    [SkippableFact]
    public async Task Before_The_Migration_It_Says_So_And_After_It_It_Begins()
    {
        _server = LockedPostgres.Require();
        _server.Start();
        await _server.AddBotAsync(Password);
        var bot = await StartAsync(migrateAtStart: false);

        var (status, body) = await bot.GetAsync("/health/ready");
        Assert.Equal(503, status);
        Assert.Matches(
            @"^The database lacks \d+ migrations\. Run: dotnet run --project Bot -- migrate",
            (string?)JsonNode.Parse(body)!["checks"]!["start"]!["description"]);

        await using (var services = TestDatabase.Services(TestDatabase.ForPostgres(_server.ConnectionString(Password))))
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        }

        await ReadyAsync(bot);
    }

    [SkippableFact]
    public async Task A_Bot_That_Waits_Can_Be_Stopped_And_Says_That_It_Has_Not_Taken_What_It_Was_Sent()
    {
        var bot = await StartAsync();
        var added = bot.PostAsync(bot.Installation(), bot.Microsoft.Token());
        var nobody = await bot.PostAsync(bot.Installation(), authorization: null);

        await bot.Get<IHost>().StopAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((401, 503), (nobody, await added.WaitAsync(TimeSpan.FromMinutes(1))));
    }

    [SkippableFact]
    public async Task Migrating_A_Database_That_Is_Away_Ends_With_One_Sentence()
    {
        _server = LockedPostgres.Require();
        await using var errors = new StringWriter();
        string[] settings = ["--environment=Development", "--Storage:Provider=Postgres", $"--Storage:ConnectionString={_server.ConnectionString(Password)}"];

        Assert.Equal((1, Away), (await CommandLine.RunAsync(["migrate", .. settings], TextWriter.Null, errors), errors.ToString().Trim()));
    }

    [SkippableFact]
    public async Task Every_Worker_Waits_And_Nothing_Reads_The_Key_Ring_Before()
    {
        var bot = await StartAsync();
        var hosted = bot.Get<IEnumerable<IHostedService>>().Select(service => service.GetType()).ToList();
        var workers = typeof(BotApplication).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(BackgroundService)) && !type.IsGenericType)
            .Except([typeof(OutboxMeter)]) // only where telemetry is on
            .ToList();

        Assert.NotEmpty(workers);
        Assert.All(workers, worker => Assert.Contains(typeof(OnceReady<>).MakeGenericType(worker), hosted));
        Assert.Empty(hosted.Intersect(workers));
        Assert.DoesNotContain(hosted, type => type.FullName!.Contains("DataProtection", StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
        }

        _server?.Dispose();
    }

    private async Task<RegisteredBot> StartAsync(bool migrateAtStart = true)
    {
        _server ??= LockedPostgres.Require();
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = _server.ConnectionString(Password),
            ["Storage:MigrateAtStart"] = migrateAtStart.ToString(),
        };
        _bot = await RegisteredBot.BeginAsync(Environments.Production, settings, builder => builder.Services.AddSingleton<TimeProvider>(_clock));
        return _bot;
    }

    private async Task PastPatienceAsync(Task<int> answer)
    {
        while (!answer.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await _bot!.GetAsync("/health/live");
        }

        Assert.Equal(200, await answer);
    }

    private async Task ReadyAsync(RegisteredBot bot)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            // The clock that is advanced here is another than Microsoft's, which is a check of its own.
            var (_, body) = await bot.GetAsync("/health/ready");
            if ((string?)System.Text.Json.Nodes.JsonNode.Parse(body)!["checks"]!["start"]!["status"] == "Healthy")
            {
                return;
            }

            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
