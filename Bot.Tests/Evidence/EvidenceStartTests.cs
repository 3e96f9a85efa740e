using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The evidence store when the bot starts.</summary>
public sealed class EvidenceStartTests : IDisposable
{
    private readonly Mock<IEvidenceStore> _store = new(MockBehavior.Strict);
    private readonly FakeTimeProvider _time = new();
    private readonly CapturedLogs _logs = new();
    private readonly ILoggerFactory _logging;
    private readonly EvidenceStart _start;

    public EvidenceStartTests()
    {
        _logging = LoggerFactory.Create(builder => builder.AddProvider(_logs));
        _start = new EvidenceStart(_store.Object, _time, _logging.CreateLogger<EvidenceStart>());
    }

    [Fact]
    public async Task A_Store_That_Is_Away_Is_Named_And_Made_Ready_When_It_Answers()
    {
        var ready = new TaskCompletionSource();
        _store.SetupSequence(store => store.PrepareAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StoreFailedException(new IOException("an address")))
            .Returns(() =>
            {
                ready.SetResult();
                return Task.CompletedTask;
            });

        await _start.StartAsync(default);
        var line = Assert.Single(_logs.Lines);
        Assert.Contains("2522 The evidence store that Evidence:Blob or Evidence:Path names does not answer (IOException)", line, StringComparison.Ordinal);
        Assert.DoesNotContain("an address", line, StringComparison.Ordinal);

        _time.Advance(TimeSpan.FromSeconds(30));
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await _start.StopAsync(default);
    }

    [Fact]
    public async Task A_Store_That_Does_Not_Even_Refuse_Keeps_Nobody_From_Listening()
    {
        _store.Setup(store => store.PrepareAsync(It.IsAny<CancellationToken>())).Returns((CancellationToken stopping) => Task.Delay(Timeout.Infinite, stopping));

        var starting = _start.StartAsync(default);
        Assert.False(starting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(3));

        await starting.WaitAsync(TimeSpan.FromMinutes(1));
        await _start.StopAsync(default).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_Folder_That_Cannot_Be_Written_To_Ends_The_Start()
    {
        _store.Setup(store => store.PrepareAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new UnauthorizedAccessException());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _start.StartAsync(default));
    }

    public void Dispose()
    {
        _start.Dispose();
        _logging.Dispose();
    }
}
