using System.Diagnostics;
using System.Globalization;
using Rowcroft.Bench.Connector;
using Rowcroft.Bench.Load;
using Rowcroft.Bench.Results;
using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench.Evidence;

/// <summary>
/// What keeping screenshots costs: 200 pictures of 20 MB, 16 at a time, sent to the bot in messages and fetched, sealed and looked at by
/// it, beside a bare loop that does as little as possible with the same bytes in the same run.
/// </summary>
internal static class EvidenceDriver
{
    private const int Files = 200;
    private const int Lanes = 16;

    /// <summary>Returns 0 if every target is met, otherwise 1.</summary>
    public static async Task<int> RunAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var folder = new TemporaryFolder();
        await using var pictures = await PictureServer.StartAsync();
        var bare = await MeasureBareAsync(pictures, folder.Path);
        var (kept, peak) = await MeasureBotAsync(pictures, folder.Path);
        Console.WriteLine($"{Files} pictures of {Picture.Size / Result.Megabyte:0.0} MB, {Lanes} at a time: bare loop {bare:0} MB/s, bot {kept:0} MB/s");
        List<Target> targets =
        [
            new("the bot's throughput, of the bare loop's", kept / bare, 0.5, AtLeast: true, " x"),
            new("the bot's peak memory", peak, 400, AtLeast: false, " MB"),
        ];
        targets.ForEach(Console.WriteLine);
        return targets.TrueForAll(target => target.Met) ? 0 : 1;
    }

    private static async Task<double> MeasureBareAsync(PictureServer pictures, string folder)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, "bare"));
        using var bare = new BareLoop(pictures, files.FullName);
        var speed = await MeasureAsync((_, number) => bare.KeepAsync(number));
        files.Delete(recursive: true); // so that the disk does not still write them while the bot is measured
        return speed;
    }

    private static async Task<(double Speed, double Peak)> MeasureBotAsync(PictureServer pictures, string folder)
    {
        await using var connector = await PlayedConnector.StartAsync();
        await using var bot = await Start.BotAsync(folder, "--Evidence:MaxFiles=50");
        using var client = new Client(bot);
        await client.TurnAsync(Incoming.Installation(connector.ServiceUrl));
        var talks = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => UploadTalk.BeginAsync(connector, client, lane)));
        var speed = await MeasureAsync((lane, number) => talks[lane].UploadAsync(pictures.AddressOf(number)));
        var kept = Directory.EnumerateFiles(Path.Combine(folder, "evidence"), "*", SearchOption.AllDirectories).Count();
        return kept == Files + Lanes
            ? (speed, bot.MemoryPeak / Result.Megabyte)
            : throw new InvalidOperationException($"{Files + Lanes} pictures were sent, and {kept} are kept.");
    }

    /// <summary>One picture in each lane to warm up, then all of them against the clock.</summary>
    private static async Task<double> MeasureAsync(Func<int, int, Task> keep)
    {
        await RunAsync(keep, Files, Lanes);
        var began = Stopwatch.GetTimestamp();
        await RunAsync(keep, 0, Files);
        return (double)Files * Picture.Size / Result.Megabyte / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Task RunAsync(Func<int, int, Task> keep, int first, int count)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
        {
            int number;
            while ((number = Interlocked.Increment(ref next)) < count)
            {
                await keep(lane, first + number);
            }
        })));
    }
}
