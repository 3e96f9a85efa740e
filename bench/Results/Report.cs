using System.Runtime.InteropServices;

namespace Rowcroft.Bench.Results;

/// <summary>The table that a person reads.</summary>
internal static class Report
{
    public static void Print(IReadOnlyDictionary<string, Result> results, Plan plan)
    {
        Console.WriteLine();
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}; " +
            $"{plan.Concurrency} conversations at once, medians of {plan.Rounds} rounds of {plan.Window.TotalSeconds:0} s");
        Console.WriteLine($"{"",-20} {"turns/s",10} {"CPU/turn",12} {"memory",10} {"peak",10}");
        foreach (var (name, result) in results)
        {
            Console.WriteLine(
                $"{name,-20} {result.Median.TurnsPerSecond,10:0} {result.Median.CpuPerTurn.TotalMilliseconds,9:0.000} ms " +
                $"{result.MemoryAtEnd / Result.Megabyte,7:0} MB {result.MemoryPeak / Result.Megabyte,7:0} MB");
        }

        Console.WriteLine();
    }
}
