using System.Globalization;
using Rowcroft.Bench.Connector;
using Rowcroft.Bench.Results;
using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench;

/// <summary>Starts the subjects side by side, visits them in turn, and says whether the targets are met.</summary>
internal static class Driver
{
    /// <summary>Returns 0 if every target is met, otherwise 1.</summary>
    public static async Task<int> RunAsync(Plan plan)
    {
        if (!SubjectPaths.AreRelease)
        {
            throw new InvalidOperationException("Only Release builds are measured: dotnet run -c Release --project bench");
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var folder = new TemporaryFolder();
        await using var connector = await PlayedConnector.StartAsync();
        await using var line = new Line(connector, plan);
        await line.AddEchoAsync(Subject.Floor, Start.FloorAsync);
        await line.AddEchoAsync(Subject.JavaScript, Start.JavaScriptAsync);
        await line.AddEchoAsync(Subject.Echo, Start.EchoAsync);
        await line.AddBotAsync(folder.Path);

        await line.WarmUpAsync();
        for (var round = 1; round <= plan.Rounds; round++)
        {
            await line.VisitAsync(round);
        }

        await line.ReachAsync(plan.Conversations);
        var results = line.Results();
        Report.Print(results, plan);
        var targets = Targets.For(results, plan);
        targets.ForEach(Console.WriteLine);
        return targets.TrueForAll(target => target.Met) ? 0 : 1;
    }
}
