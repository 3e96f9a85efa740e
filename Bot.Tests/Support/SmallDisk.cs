using System.ComponentModel;
using System.Diagnostics;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>A real file system of its own, in memory, that a test can fill up. It is gone with the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("rowcroft-disk-").FullName;

    private SmallDisk()
    {
    }

    private string Ballast => File("ballast");

    /// <summary>Only some processes may mount: where this one may not, the calling test is skipped with the reason.</summary>
    /// <param name="size">As <c>mount</c> understands it, such as <c>1m</c>.</param>
    public static SmallDisk Require(string size)
    {
        var disk = new SmallDisk();
        if (WhyNot("mount", "-t", "tmpfs", "-o", $"size={size},mode=0700", "rowcroft", disk._path) is { } whyNot)
        {
            Directory.Delete(disk._path);
            Skip.If(true, $"No small disk can be mounted here (root on Linux can): {whyNot}");
        }

        return disk;
    }

    public string File(params string[] parts) => Path.Combine([_path, .. parts]);

    /// <summary>To the last block.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var full = Assert.Throws<IOException>(WriteOn);
        Assert.Contains("No space left on device", full.Message, StringComparison.Ordinal);

        void WriteOn()
        {
            for (var block = new byte[4096]; ;)
            {
                ballast.Write(block);
            }
        }
    }

    public void Free() => System.IO.File.Delete(Ballast);

    public void Dispose()
    {
        // Lazily: a database of the test may still be open in a pool.
        Assert.Null(WhyNot("umount", "--lazy", _path));
        Directory.Delete(_path);
    }

    /// <returns><c>null</c> when it was done.</returns>
    private static string? WhyNot(string program, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (Win32Exception exception)
        {
            return exception.Message;
        }
    }
}
