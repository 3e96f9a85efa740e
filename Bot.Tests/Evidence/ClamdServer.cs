using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A real clamd with one signature of its own, on a free port of this machine. It takes files of up to one megabyte.</summary>
internal sealed class ClamdServer : IDisposable
{
    /// <summary>What its only signature finds.</summary>
    public const string Marker = "rowcroft-sentinel-of-malware";

    public const string Signature = "Rowcroft.Test.Marker.UNOFFICIAL";

    private static readonly string? Program = new[] { "/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd" }.FirstOrDefault(File.Exists);

    private readonly TempFolder _folder = new();
    private Process? _process;

    private ClamdServer(int port) => Port = port;

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    public string SocketPath => _folder.File("socket");

    /// <summary>Where clamd is missing, the calling test is skipped with the reason.</summary>
    public static async Task<ClamdServer> StartAsync()
    {
        Skip.If(Program is null, "clamd is not installed (Debian: clamav-daemon).");
        var server = new ClamdServer(FreePort.Take());
        server.Configure();
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Program!, ["--config-file", _folder.File("clamd.conf")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            Assert.False(_process.HasExited, "clamd did not start");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "clamd did not listen");
            await Task.Delay(50);
        }
    }

    public void Stop()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private void Configure()
    {
        var signatures = Directory.CreateDirectory(_folder.File("signatures")).FullName;
        File.WriteAllText(
            Path.Combine(signatures, "test.ndb"),
            $"Rowcroft.Test.Marker:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marker))}\n");
        File.WriteAllLines(
            _folder.File("clamd.conf"),
            [
                $"DatabaseDirectory {signatures}",
                $"TCPSocket {Port}",
                "TCPAddr 127.0.0.1",
                $"LocalSocket {SocketPath}",
                "Foreground yes",
                "StreamMaxLength 1M",
            ]);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return File.Exists(SocketPath);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
