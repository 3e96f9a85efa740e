using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Hosting;

namespace Rowcroft.TeamsBot.Tests.Hosting;

public sealed class MemoryTrimTests
{
    private const int Block = 64 * 1024;
    private const int Blocks = 4096;

    [SkippableFact]
    public async Task What_Was_Given_Back_To_The_C_Library_Goes_Back_To_The_System_Within_A_Minute()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems' C libraries are left alone.");
        var time = new AwaitedTime();
        using var worker = new MemoryTrim(time);
        await worker.StartAsync(CancellationToken.None);
        await time.Awaited.WaitAsync(TimeSpan.FromSeconds(60)); // it starts beside this test, and a leap before that would wake nobody
        var (topmost, before) = FreeAllButTheLast();
        try
        {
            time.Advance(TimeSpan.FromMinutes(1));
            var since = Stopwatch.GetTimestamp();
            while (before - Resident() < Block * Blocks / 2)
            {
                Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(60), $"{before - Resident():N0} bytes were given back.");
                await Task.Delay(20);
            }
        }
        finally
        {
            Marshal.FreeHGlobal(topmost);
            await worker.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>The C library gives back by itself only what lies above everything that is in use.</summary>
    /// <returns>The last, and what the process had while it had all of them: bots of other tests give back as well.</returns>
    private static (nint Topmost, long Resident) FreeAllButTheLast()
    {
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Marshal.AllocHGlobal(Block)).ToList();
        foreach (var block in blocks)
        {
            for (var page = 0; page < Block; page += 4096)
            {
                Marshal.WriteByte(block, page, 1);
            }
        }

        var resident = Resident();
        blocks.Take(Blocks - 1).ToList().ForEach(Marshal.FreeHGlobal);
        return (blocks[^1], resident);
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>Tells when somebody has begun to wait for it.</summary>
    private sealed class AwaitedTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Awaited => _awaited.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _awaited.TrySetResult();
            return timer;
        }
    }
}
