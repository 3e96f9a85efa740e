using System.Diagnostics;
using Rowcroft.Bench.Connector;
using Rowcroft.Bench.Results;
using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench.Load;

/// <summary>A fixed number of conversations at once, each sending as soon as it is answered.</summary>
internal sealed class ClosedLoop(SubjectProcess subject, ITalk talk, PlayedConnector connector, int lanes) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private readonly Client _client = new(subject);

    /// <summary>
    /// Turns per second are counted in the window. Processor time is read when the bot has nothing left to send, over all turns
    /// since the window began, so that work put off (an outbox) is counted with the turns that caused it.
    /// </summary>
    public async Task<Reading> MeasureAsync(TimeSpan window)
    {
        var cpu = subject.Cpu;
        var turns = _client.Turns;
        var began = Stopwatch.GetTimestamp();
        var running = RunLanesAsync(() => Stopwatch.GetElapsedTime(began) < window);
        await Task.WhenAny(running, Task.Delay(window));
        var inWindow = (_client.Turns - turns) / Stopwatch.GetElapsedTime(began).TotalSeconds;
        await running;
        await SettleAsync();
        return new Reading(inWindow, (subject.Cpu - cpu) / Math.Max(1, _client.Turns - turns));
    }

    /// <summary>Runs this many exchanges in all.</summary>
    public async Task RepeatAsync(int times)
    {
        await RunLanesAsync(() => Interlocked.Decrement(ref times) >= 0);
        await SettleAsync();
    }

    public void Dispose() => _client.Dispose();

    private Task RunLanesAsync(Func<bool> again) => Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(async () =>
    {
        while (again())
        {
            await talk.OnceAsync(_client, lane);
        }
    })));

    private async Task SettleAsync()
    {
        long before;
        do
        {
            before = connector.Calls;
            await Task.Delay(Quiet);
        }
        while (connector.Calls != before);
    }
}
