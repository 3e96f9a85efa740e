using System.Diagnostics;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// How long each case is kept. No clock is over before the case has ended; where several rules apply, the longest counts. A hold stops
/// every clock, whatever this says.
/// </summary>
internal sealed class RetentionSchedule(IOptions<RetentionOptions> options, PracticeClock clock)
{
    private static readonly AbuseKind[] SeriousKinds = [AbuseKind.Threatening, AbuseKind.HateOrDiscrimination, AbuseKind.SexualImage];

    public DateTimeOffset Now => clock.Now;

    /// <summary>Messages that belong to no case and were done with before this go.</summary>
    public DateTimeOffset OldestMessage => clock.Now.AddMonths(-options.Value.MessageMonths);

    /// <returns><c>null</c> while the case is open.</returns>
    public RetentionClock? ClockOf(Case @case) => @case switch
    {
        // It is kept as long as the case that it was merged into (RetentionPurge), and then goes at once.
        { DuplicateOf: { } into } => new RetentionClock("a report of the same post as a case whose time is over", clock.DayOf(into.At)),
        { WithdrawnAt: { } at } => Months("a report that was taken back", options.Value.WithdrawnMonths, "after that", clock.DayOf(at)),
        { Decision: { } decision } => Clocks(@case, decision).MaxBy(each => each.LastDay),
        _ => null,
    };

    /// <summary>Its last day is over, and nobody has put a hold on it.</summary>
    public bool IsDue(Case @case) => @case.Hold is null && ClockOf(@case) is { } running && running.LastDay < clock.Today;

    private IEnumerable<RetentionClock> Clocks(Case @case, Decision decision)
    {
        var end = clock.DayOf(decision.At);
        return decision.Outcomes.Select(outcome => outcome switch
        {
            DecisionOutcome.LegalAdvice => Years("a case that went to a legal adviser", options.Value.LegalYears, "after its end", end),
            DecisionOutcome.ComplaintsProcedure => Years("a case that became a complaint", options.Value.ComplaintYears, "after its end", end),
            DecisionOutcome.HumanResources => Years("a case about staff", options.Value.HumanResourcesYears, "after its end", end),
            DecisionOutcome.RemoveFromPage or DecisionOutcome.ReportToPlatform or DecisionOutcome.NhsReview or DecisionOutcome.NoFurtherAction
                => Incident(@case),
            _ => throw new UnreachableException(),
        }).Append(Incident(@case));
    }

    private RetentionClock Incident(Case @case)
    {
        var reported = clock.DayOf(@case.ReportedAt);
        var day = @case.Facts.SeenOn is { } seen && seen < reported ? seen : reported;
        return @case.Urgency == Urgency.Urgent || KindsOf(@case).Intersect(SeriousKinds).Any()
            ? Years("a serious incident", options.Value.SeriousYears, "after the incident", day)
            : Years("an incident that was not serious", options.Value.NotSeriousYears, "after the incident", day);
    }

    /// <summary>Of the post, as anybody called it who reported it.</summary>
    private static IEnumerable<AbuseKind> KindsOf(Case @case) => @case.Facts.Kinds.Concat(@case.Merged.SelectMany(report => report.Kinds));

    private static RetentionClock Years(string what, int years, string from, DateOnly day) =>
        new($"{what}: {years} {(years == 1 ? "year" : "years")} {from}", day.AddYears(years));

    private static RetentionClock Months(string what, int months, string from, DateOnly day) =>
        new($"{what}: {months} months {from}", day.AddMonths(months));
}
