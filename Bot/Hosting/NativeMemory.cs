using System.Runtime.InteropServices;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// How glibc keeps what SQLite, Skia and the JIT compiler have given back. By itself it has a store for each thread that asks, up to eight a
/// processor, and each keeps pages that no other can use: of a bot after some thousand reports about 17 MB. And it learns from the
/// first large picture to keep such blocks. Both can only be told to it in its own words, and before there are threads.
/// </summary>
internal static class NativeMemory
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int ArenaMax = -8;

    /// <summary>glibc's own first value of both thresholds, in bytes; once set they stay.</summary>
    private const int Threshold = 128 * 1024;

    /// <summary>For a process of its own. Elsewhere than with glibc nothing happens.</summary>
    public static void KeepLittle()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = Set(ArenaMax, 1);
            _ = Set(MapThreshold, Threshold);
            _ = Set(TrimThreshold, Threshold);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which keeps little as it is.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int Set(int parameter, int value);
}
