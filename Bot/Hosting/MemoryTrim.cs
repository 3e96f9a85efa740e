using System.Runtime.InteropServices;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Gives back to the system, once a minute, what the JIT compiler, SQLite and Skia have given back to glibc. By itself glibc keeps such
/// pages for the next who asks: of a bot after some thousand reports about 20 MB.
/// </summary>
internal sealed class MemoryTrim(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            while (true)
            {
                await Task.Delay(Every, time, stoppingToken);
                _ = Trim(0);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which keeps little as it is.
        }
    }

    /// <param name="pad">Bytes that are kept at the top all the same.</param>
    /// <returns>1 if anything was given back, otherwise 0.</returns>
    [DllImport("libc", EntryPoint = "malloc_trim")]
    private static extern int Trim(nuint pad);
}
