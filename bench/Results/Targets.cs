using Rowcroft.Bench.Subjects;

namespace Rowcroft.Bench.Results;

/// <summary>What a turn may cost. Ratios within one run, because absolute numbers say more about the machine than about the bot.</summary>
internal static class Targets
{
    public static List<Target> For(IReadOnlyDictionary<string, Result> results, Plan plan)
    {
        var (floor, javaScript, echo, bot) =
            (results[Subject.Floor].Median, results[Subject.JavaScript].Median, results[Subject.Echo].Median, results[Subject.Bot]);
        return
        [
            new("sdk echo's turns per second, of botbuilder-js's", echo.TurnsPerSecond / javaScript.TurnsPerSecond, 2, AtLeast: true, " x"),
            new("sdk echo's processor time per turn, of the floor's", echo.CpuPerTurn / floor.CpuPerTurn, 2.5, AtLeast: false, " x"),
            new("report conversation's turns per second, of botbuilder-js's echo", bot.Median.TurnsPerSecond / javaScript.TurnsPerSecond, 0.5, AtLeast: true, " x"),
            new($"the bot's memory after {plan.Conversations:N0} report conversations", bot.MemoryAtEnd / Result.Megabyte, 200, AtLeast: false, " MB"),
        ];
    }
}
