using Rowcroft.Bench.Connector;
using Rowcroft.Bench.Load;
using Rowcroft.Bench.Results;
using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench;

/// <summary>The subjects of one run, side by side; one at a time is busy.</summary>
internal sealed class Line(PlayedConnector connector, Plan plan) : IAsyncDisposable
{
    private readonly List<Standing> _all = [];
    private readonly ReportTalk _reports = new(connector);

    public async Task AddEchoAsync(string name, Func<Task<SubjectProcess>> start) =>
        Add(name, await start(), new EchoTalk(connector, name, plan.Concurrency));

    /// <summary>The bot, installed in the practice's team.</summary>
    public async Task AddBotAsync(string folder)
    {
        var bot = await Start.BotAsync(folder);
        using var client = new Client(bot);
        await client.TurnAsync(Incoming.Installation(connector.ServiceUrl));
        Add(Subject.Bot, bot, _reports);
    }

    public async Task WarmUpAsync()
    {
        foreach (var one in _all)
        {
            await one.Loop.MeasureAsync(plan.WarmUp);
        }
    }

    /// <summary>Every subject once, so that whatever else the machine does in this round disturbs all of them alike.</summary>
    public async Task VisitAsync(int round)
    {
        foreach (var one in _all)
        {
            var reading = await one.Loop.MeasureAsync(plan.Window);
            one.Readings.Add(reading);
            Console.WriteLine($"round {round}  {one.Name,-20} {reading}");
        }
    }

    /// <summary>Brings the bot's reports to the number after which its memory is promised.</summary>
    public Task ReachAsync(int reports) =>
        _all.Single(one => one.Name == Subject.Bot).Loop.RepeatAsync(Math.Max(0, reports - _reports.Talks));

    public Dictionary<string, Result> Results() => _all.ToDictionary(
        one => one.Name,
        one => new Result(Reading.Median(one.Readings), one.Process.MemoryNow, one.Process.MemoryPeak));

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _all)
        {
            one.Loop.Dispose();
            await one.Process.DisposeAsync();
        }
    }

    private void Add(string name, SubjectProcess process, ITalk talk) =>
        _all.Add(new Standing(name, process, new ClosedLoop(process, talk, connector, plan.Concurrency), []));

    private sealed record Standing(string Name, SubjectProcess Process, ClosedLoop Loop, List<Reading> Readings);
}
