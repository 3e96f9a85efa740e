using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.SelfTest;

public sealed class SelfTestsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services;
    private readonly SelfTests _tests;
    private HealthStatus _health = HealthStatus.Healthy;
    private int _cheap;
    private int _costly;

    public SelfTestsTests()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddHealthChecks()
            .AddCheck("cheap", () => Look(ref _cheap))
            .AddCheck("costly", () => Look(ref _costly), tags: [CheckTags.Costly]);
        _services = services.BuildServiceProvider();
        _tests = new SelfTests(_services.GetRequiredService<HealthCheckService>(), _time);
    }

    [Fact]
    public async Task However_Often_Strangers_Ask_It_Is_Looked_At_Every_Ten_Seconds_And_Costly_Things_Every_Two_Minutes()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _tests.RecentAsync(default))));
        Assert.Equal((1, 1), (_cheap, _costly));

        _time.Advance(TimeSpan.FromSeconds(10));
        await _tests.RecentAsync(default);
        Assert.Equal((2, 1), (_cheap, _costly));

        _time.Advance(TimeSpan.FromSeconds(110));
        await _tests.RecentAsync(default);
        Assert.Equal((3, 2), (_cheap, _costly));
    }

    [Fact]
    public async Task An_Administrator_Gets_What_Is_So_Now()
    {
        await _tests.RecentAsync(default);
        _health = HealthStatus.Unhealthy;
        Assert.Equal(HealthStatus.Healthy, (await _tests.RecentAsync(default)).Status);

        var report = await _tests.NowAsync(default);
        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Equal(["cheap", "costly"], report.Entries.Keys);
    }

    [Theory]
    [InlineData(HealthStatus.Healthy, 0, "fine   cheap: So.")]
    [InlineData(HealthStatus.Degraded, 2, "LOOK   cheap: So.")]
    [InlineData(HealthStatus.Unhealthy, 1, "BROKEN cheap: So.")]
    public async Task The_Command_Line_Prints_A_Line_For_Each_And_Ends_With_The_Worst(HealthStatus health, int exitCode, string line)
    {
        _health = health;
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        var store = new Mock<IEvidenceStore>(MockBehavior.Strict);
        store.Setup(s => s.PrepareAsync(default)).Returns(Task.CompletedTask);
        await using var output = new StringWriter();

        var print = new SelfTestPrint(_tests, store.Object, database.Get<Migrator>(), database.Get<KeyRingStart>(), database.Get<StartGate>());
        Assert.Equal(exitCode, await print.RunAsync(output, default));
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(line, lines);
        Assert.Equal(health == HealthStatus.Healthy ? 2 : 4, lines.Length);
    }

    public void Dispose()
    {
        _tests.Dispose();
        _services.Dispose();
    }

    private HealthCheckResult Look(ref int looked)
    {
        Interlocked.Increment(ref looked);
        return new HealthCheckResult(_health, "So.");
    }
}
