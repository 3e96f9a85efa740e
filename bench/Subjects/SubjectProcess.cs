using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Rowcroft.Bench.Subjects;

/// <summary>A subject as a process of its own, with what the operating system says about it.</summary>
internal sealed class SubjectProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private readonly string _name;

    private SubjectProcess(string name, int port, ProcessStartInfo start)
    {
        _name = name;
        Endpoint = new Uri($"http://127.0.0.1:{port}/api/messages");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Endpoint { get; }

    /// <summary>Processor time used so far by all threads, in user and kernel mode.</summary>
    public TimeSpan Cpu => Refreshed().TotalProcessorTime;

    public long MemoryNow => Refreshed().WorkingSet64;

    public long MemoryPeak => Refreshed().PeakWorkingSet64;

    /// <summary>Returns once the process accepts connections.</summary>
    public static async Task<SubjectProcess> StartAsync(string name, int port, ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var subject = new SubjectProcess(name, port, start);
        subject._process.Start();
        subject._process.BeginOutputReadLine();
        subject._process.BeginErrorReadLine();
        try
        {
            await subject.ListensAsync(port);
            return subject;
        }
        catch
        {
            await subject.DisposeAsync();
            throw;
        }
    }

    /// <summary>The last lines that the process wrote, for the message of a failure.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lastLines);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ListensAsync(int port)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await AcceptsAsync(port))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(since) > StartsWithin)
            {
                throw new InvalidOperationException($"The {_name} did not start:{Environment.NewLine}{LastWords}");
            }

            await Task.Delay(50);
        }
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Process Refreshed()
    {
        _process.Refresh();
        return _process.HasExited
            ? throw new InvalidOperationException($"The {_name} ended while it was measured:{Environment.NewLine}{LastWords}")
            : _process;
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lastLines.Enqueue(line);
        while (_lastLines.Count > LinesKept)
        {
            _lastLines.TryDequeue(out _);
        }
    }
}
