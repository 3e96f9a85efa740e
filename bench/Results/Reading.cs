namespace Rowcroft.Bench.Results;

/// <summary>One subject in one round.</summary>
internal sealed record Reading(double TurnsPerSecond, TimeSpan CpuPerTurn)
{
    public override string ToString() => $"{TurnsPerSecond,8:0} turns/s {CpuPerTurn.TotalMilliseconds,8:0.000} ms CPU/turn";

    /// <summary>Of each number by itself.</summary>
    public static Reading Median(IEnumerable<Reading> readings)
    {
        var all = readings.ToList();
        return new Reading(Middle(all.Select(one => one.TurnsPerSecond)), Middle(all.Select(one => one.CpuPerTurn)));
    }

    private static T Middle<T>(IEnumerable<T> values) => values.Order().ElementAt((values.Count() - 1) / 2);
}
