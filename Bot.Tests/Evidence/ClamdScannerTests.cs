using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

public sealed class ClamdScannerTests : IDisposable
{
    private static readonly byte[] Infected = Encoding.ASCII.GetBytes("before " + ClamdServer.Marker + " after");

    private readonly FakeTimeProvider _time = new();
    private readonly CapturedLogs _logs = new();
    private readonly LoggerFactory _loggers;

    public ClamdScannerTests() => _loggers = new LoggerFactory([_logs]);

    [SkippableFact]
    public async Task A_File_Is_Clean_Or_Infected_Over_Tcp_And_Over_A_Unix_Socket()
    {
        using var clamd = await ClamdServer.StartAsync();
        foreach (var address in new[] { clamd.Address, clamd.SocketPath })
        {
            var scanner = Scanner(address);
            Assert.True(await scanner.IsThereAsync(default));
            Assert.Equal(new ScanResult.Clean(), await ScanAsync(scanner, SamplePictures.Png()));
            Assert.Equal(new ScanResult.Clean(), await ScanAsync(scanner, []));
            Assert.Equal(new ScanResult.Infected(ClamdServer.Signature), await ScanAsync(scanner, Infected));
        }
    }

    [SkippableFact]
    public async Task What_Stands_Far_Into_A_File_Or_Behind_A_Picture_Is_Found()
    {
        using var clamd = await ClamdServer.StartAsync();
        Assert.Equal(new ScanResult.Infected(ClamdServer.Signature), await ScanAsync(Scanner(clamd.Address), [.. new byte[900_000], .. Infected]));
        Assert.Equal(new ScanResult.Infected(ClamdServer.Signature), await ScanAsync(Scanner(clamd.Address), [.. SamplePictures.Png(), .. Infected]));
    }

    [SkippableFact]
    public async Task A_File_Larger_Than_Clamd_Takes_Is_Not_Called_Clean()
    {
        using var clamd = await ClamdServer.StartAsync();
        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner(clamd.Address), new byte[20_000_000]));
        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner(clamd.SocketPath), new byte[1_100_000]));
        Assert.Contains(_logs.Lines, line => line.Contains("StreamMaxLength", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_Clamd_That_Is_Stopped_While_It_Is_Asked_Has_Not_Answered()
    {
        using var clamd = await ClamdServer.StartAsync();
        using var content = new StoppingStream(clamd.Stop);
        Assert.Equal(new ScanResult.Unavailable(), await Scanner(clamd.Address).ScanAsync(content, default));
        Assert.False(await Scanner(clamd.Address).IsThereAsync(default));
        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner(clamd.SocketPath), Infected));
    }

    [Fact]
    public async Task Nobody_At_The_Address_Is_No_Answer()
    {
        string address;
        using (var gone = new ScriptedClamd("stream: OK"))
        {
            address = gone.Address;
        }

        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner(address), Infected));
        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner("/nowhere/clamd.sock"), Infected));
        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner("clamd.invalid:3310"), Infected));
    }

    [Fact]
    public async Task A_Clamd_That_Takes_Too_Long_Is_Not_Waited_For()
    {
        using var silent = new ScriptedClamd(answer: null);
        var scan = ScanAsync(Scanner(silent.Address), Infected);
        await silent.Asked;

        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(scan.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new ScanResult.Unavailable(), await scan);
    }

    [Theory]
    [InlineData("stream: <b>Evil</b> Name\u202E FOUND", "bEvilbName")]
    [InlineData("stream: \u0007 FOUND", "unnamed")]
    public async Task A_Signatures_Name_Is_Cleaned(string answer, string shown)
    {
        using var clamd = new ScriptedClamd(answer);
        Assert.Equal(new ScanResult.Infected(shown), await ScanAsync(Scanner(clamd.Address), Infected));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: OK and more")]
    [InlineData("something: OK")]
    [InlineData("")]
    public async Task Any_Other_Answer_Is_Not_Called_Clean(string answer)
    {
        using var clamd = new ScriptedClamd(answer);
        Assert.Equal(new ScanResult.Unavailable(), await ScanAsync(Scanner(clamd.Address), Infected));
    }

    [Fact]
    public async Task Without_An_Address_It_Is_Off()
    {
        Assert.Equal(new ScanResult.Off(), await ScanAsync(Scanner(""), Infected));
        Assert.Null(await Scanner("").IsThereAsync(default));
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _logs.Dispose();
    }

    private ClamdScanner Scanner(string address) =>
        new(Options.Create(new EvidenceOptions { Clamd = address }), _time, _loggers.CreateLogger<ClamdScanner>());

    private static async Task<ScanResult> ScanAsync(ClamdScanner scanner, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await scanner.ScanAsync(stream, default);
    }

    /// <summary>Something happens when half of it was read.</summary>
    private sealed class StoppingStream(Action stop) : MemoryStream(new byte[600_000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > Length / 2)
            {
                stop();
            }

            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
