using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>The cases of the time a summary covers.</summary>
/// <param name="Reported">Reported in it.</param>
/// <param name="Decided">Decided in it, whenever they were reported.</param>
/// <param name="Open">Open at its end.</param>
/// <param name="Until">Its end: the week's last midnight, or now for a week that is not over.</param>
internal sealed record SummaryCases(IReadOnlyList<Case> Reported, IReadOnlyList<Case> Decided, IReadOnlyList<Case> Open, DateTimeOffset Until)
{
    /// <summary>Reports of the time that had been put together with another one by its end: they are counted with that one.</summary>
    public int Repeats { get; init; }
}
