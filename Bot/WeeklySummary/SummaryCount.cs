namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>One line of a breakdown, as it may be shown.</summary>
internal abstract record SummaryCount
{
    /// <summary>Below this a count could point at one person, so it is not given.</summary>
    public const int Smallest = 3;

    private SummaryCount()
    {
    }

    internal sealed record Shown(int Value) : SummaryCount;

    /// <summary>One or two.</summary>
    internal sealed record FewerThanThree : SummaryCount;

    /// <summary>Three or more, and kept back all the same: with it, the one small count beside it could be worked out from the total.</summary>
    internal sealed record KeptBack : SummaryCount;
}
