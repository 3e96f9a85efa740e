using System.Diagnostics;
using System.Globalization;
using Rowcroft.Bench.Connector;
using Rowcroft.Bench.Load;
using Rowcroft.Bench.Results;
using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench.Evidence;

/// <summary>
/// What keeping screenshots costs: 200 pictures of 20 MB, 16 at a time, sent in messages to the bot, which fetches, seals and looks at them,
/// beside a bare loop that does as little as possible. Both are processes of their own and get the same messages; they take turns, and it is
/// the other one's turn to begin in each round.
/// </summary>
internal static class EvidenceDriver
{
    private const int Rounds = 5;
    private const int FilesInRound = 40;
    private const int Lanes = 16;

    /// <summary>Returns 0 if every target is met, otherwise 1.</summary>
    public static async Task<int> RunAsync()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var folder = new TemporaryFolder();
        await using var pictures = await PictureServer.StartAsync();
        await using var connector = await PlayedConnector.StartAsync();
        await using var bare = new Keeper("bare loop", await Start.BareAsync(Directory.CreateDirectory(Path.Combine(folder.Path, "bare")).FullName));
        await using var bot = new Keeper("bot", await Start.BotAsync(folder.Path, "--Evidence:MaxFiles=50"));
        await bot.Client.TurnAsync(Incoming.Installation(connector.ServiceUrl));
        var talks = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => UploadTalk.BeginAsync(connector, bot.Client, lane)));
        bare.Keep = (lane, number) =>
            bare.Client.TurnAsync(UploadTalk.Picture(connector, $"a:bare-{lane}-1xQmVuY2gtY29udmVyc2F0aW9uLWlk", lane, pictures.AddressOf(number)));
        bot.Keep = (lane, number) => talks[lane].UploadAsync(pictures.AddressOf(number));

        await bare.RunAsync(0, Lanes); // to warm up
        await bot.RunAsync(0, Lanes);
        for (var round = 0; round < Rounds; round++)
        {
            Keeper[] order = round % 2 == 0 ? [bare, bot] : [bot, bare];
            foreach (var one in order)
            {
                await one.MeasureAsync(Lanes + (round * FilesInRound), FilesInRound);
                Empty(Path.Combine(folder.Path, "bare"));
            }

            Console.WriteLine($"round {round + 1}  bare loop {bare.Speeds[^1],5:0} MB/s  bot {bot.Speeds[^1],5:0} MB/s");
        }

        RequireKept(Path.Combine(folder.Path, "evidence"), Lanes + (Rounds * FilesInRound));
        return Judge(bare, bot);
    }

    private static int Judge(Keeper bare, Keeper bot)
    {
        Console.WriteLine(
            $"{Rounds * FilesInRound} pictures of {Picture.Size / Result.Megabyte:0.0} MB, {Lanes} at a time, medians of {Rounds} rounds: " +
            $"bare loop {Median(bare.Speeds):0} MB/s, bot {Median(bot.Speeds):0} MB/s");
        List<Target> targets =
        [
            new("the bot's throughput, of the bare loop's in the same round", Median(bot.Speeds.Zip(bare.Speeds, (ours, floor) => ours / floor)), 0.5, AtLeast: true, " x"),
            new("the bot's peak memory", bot.Process.MemoryPeak / Result.Megabyte, 400, AtLeast: false, " MB"),
        ];
        targets.ForEach(Console.WriteLine);
        return targets.TrueForAll(target => target.Met) ? 0 : 1;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Empty(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Delete(file);
        }
    }

    private static void RequireKept(string folder, int files)
    {
        var kept = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
        if (kept != files)
        {
            throw new InvalidOperationException($"{files} pictures were sent, and {kept} are kept.");
        }
    }

    /// <summary>One of the two, and how fast it was in each round so far.</summary>
    private sealed class Keeper(string name, SubjectProcess process) : IAsyncDisposable
    {
        public SubjectProcess Process { get; } = process;

        public Client Client { get; } = new(process);

        public List<double> Speeds { get; } = [];

        /// <summary>Sends a picture in one of the lanes.</summary>
        public Func<int, int, Task> Keep { private get; set; } = (_, _) => throw new InvalidOperationException($"The {name} is not ready.");

        public async Task MeasureAsync(int first, int count)
        {
            var began = Stopwatch.GetTimestamp();
            await RunAsync(first, count);
            Speeds.Add(count * (Picture.Size / Result.Megabyte) / Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        public Task RunAsync(int first, int count)
        {
            var next = -1;
            return Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
            {
                int number;
                while ((number = Interlocked.Increment(ref next)) < count)
                {
                    await Keep(lane, first + number);
                }
            })));
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Process.DisposeAsync();
        }
    }
}
