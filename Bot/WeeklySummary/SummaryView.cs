namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>What a summary card shows. It has no place for a name, a link or a quote.</summary>
internal sealed record SummaryView(SummaryWeek Week, SummaryFigures Figures, SummaryTiming Timing);

internal enum SummaryTiming
{
    /// <summary>Posted when it was due.</summary>
    OnTime,

    /// <summary>Posted at a later start, because the bot was not running when it was due.</summary>
    Late,

    /// <summary>Asked for by an approver before the week is over.</summary>
    SoFar,
}
