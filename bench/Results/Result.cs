namespace Rowcroft.Bench.Results;

/// <summary>One subject over all rounds.</summary>
/// <param name="Median">Of the rounds.</param>
/// <param name="MemoryAtEnd">Resident bytes when everything was over.</param>
/// <param name="MemoryPeak">The most there ever were.</param>
internal sealed record Result(Reading Median, long MemoryAtEnd, long MemoryPeak)
{
    public const double Megabyte = 1024 * 1024;
}
