namespace Rowcroft.TeamsBot.Cases;

/// <summary>Another report of the same post, which is decided with this case. Its own case stays: its reference, screenshots and chain.</summary>
/// <param name="Screenshots">How many came with it.</param>
/// <param name="MergedAt">When it was put together with the case it stands in, or with one that came along with it.</param>
internal sealed record MergedReport(
    CaseId Id,
    CaseReference Reference,
    NamedPerson Reporter,
    NamedPerson? Colleague,
    bool ConcernsManager,
    int Screenshots,
    DateTimeOffset ReportedAt,
    DateTimeOffset MergedAt)
{
    /// <summary>When its reporter took it back; they are told nothing more.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>What its reporter called it; empty where that was not written down when the two were put together.</summary>
    public IReadOnlyList<AbuseKind> Kinds { get; init; } = [];

    public static MergedReport Of(Case duplicate, DateTimeOffset now) => new(
        duplicate.Id,
        duplicate.Reference,
        duplicate.Reporter,
        duplicate.Facts.Colleague,
        duplicate.Facts.ConcernsManager,
        duplicate.Evidence.Count,
        duplicate.ReportedAt,
        now)
    {
        WithdrawnAt = duplicate.ReporterLeftAt,
        Kinds = duplicate.Facts.Kinds,
    };
}

/// <summary>The case with which a report of the same post is decided.</summary>
/// <param name="Main">It may since have been put together with an earlier one; then that one decides.</param>
internal sealed record MergedInto(CaseId Main, CaseReference Reference, NamedPerson By, DateTimeOffset At);

/// <summary>A time during which a report was decided with another one, before the two were taken apart again.</summary>
internal sealed record MergedPeriod(CaseId Main, DateTimeOffset From, DateTimeOffset Until);
