using System.Diagnostics;
using System.Globalization;
using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// Tells those who decide of a case and of what happens to it, and the reporter of questions and of the outcome. Nothing is sent to a
/// colleague whom the post is about: that is left to people.
/// </summary>
internal sealed class CaseAnnouncer(
    CaseStore store,
    CaseViewers viewers,
    CaseDrawing drawing,
    IDbContextFactory<BotDbContext> contexts,
    QuestionCard questionCard,
    OutcomeCard outcomeCard) : IAnnouncer
{
    public const string Case = "case";
    public const string Question = "question";
    public const string Answered = "answered";
    public const string Outcome = "outcome";
    public const string EvidenceCame = "evidence-came";
    public const string Joined = "report-joined";
    public const string Apart = "report-apart";

    /// <summary>Lock-screen-safe: no name, no quote.</summary>
    public const string CaseSummary = "A case is waiting for you to look at";

    private const string QuestionSummary = "There is a question about something you reported";
    private const string AnsweredSummary = "A case has a new answer";
    private const string EvidenceCameSummary = "Something new has come for a case";
    private const string OutcomeSummary = "There is news about something you reported";

    public IReadOnlyCollection<string> Kinds => [Case, Question, Answered, Outcome, EvidenceCame, Joined, Apart];

    /// <inheritdoc/>
    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => @event switch
    {
        CaseReported => [Owe(@case, Case, new Recipient.ToApprovers()) with { Urgent = @case.Urgency == Urgency.Urgent }],
        QuestionAsked => [Owe(@case, Question, new Recipient.ToPerson(@case.Reporter.Id), @case.Questions.Count), Redraw(@case, Case)],
        QuestionAnswered =>
        [
            Owe(@case, Answered, new Recipient.ToApprovers(), @case.Questions.Count),
            Redraw(@case, Case),
            Redraw(@case, Question),
        ],

        CaseDecided =>
        [
            .. OutcomeForEveryReporter(@case),
            Redraw(@case, Case),
            Redraw(@case, Question),
        ],
        EvidenceReceived => [Owe(@case, EvidenceCame, new Recipient.ToApprovers(), @case.Evidence.Count), Redraw(@case, Case)],
        CaseWithdrawn or ReportTakenBack => [Redraw(@case, Case), Redraw(@case, Question)],
        CasesMerged merged => [.. TellOfMerging(@case, merged), Redraw(@case, Case), Redraw(@case, Question)],
        CasesTakenApart apart => [.. TellOfTakingApart(@case, apart), Redraw(@case, Case), Redraw(@case, Question)],
        ActionRefused or PurgeBegun => [],
        _ => [Redraw(@case, Case)],
    };

    /// <inheritdoc/>
    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (message is not { Case: { } id, Person: { } person }
            || await store.FindAsync(message.Practice, id, cancellationToken) is not { } @case)
        {
            return null;
        }

        return message.Kind switch
        {
            Case => await RenderCaseAsync(@case, person.Id, cancellationToken),
            Answered => await RenderForApproverAsync(@case, person.Id, AnsweredCard.Draw, AnsweredSummary, cancellationToken),
            EvidenceCame when message.Detail == Number(@case.Evidence.Count) => await RenderForApproverAsync(@case, person.Id, EvidenceCameCard.Draw, EvidenceCameSummary, cancellationToken),

            // More has come since: the message about that one says it all.
            EvidenceCame => null,
            Question when @case.Reporter.Id == person.Id && @case.Questions.Count > 0
                => new OutgoingMessage(CardMessage.For(questionCard.Draw(@case), QuestionSummary)),
            Outcome when @case.Reporter.Id == person.Id => await RenderOutcomeAsync(@case, cancellationToken),
            Joined when @case.Reporter.Id == person.Id && (@case.DuplicateOf is not null || @case.Merged.Count > 0)
                => new OutgoingMessage(CardMessage.For(JoinedCard.Draw(@case, await store.FindMainAsync(@case, cancellationToken)), OutcomeSummary)),
            Apart when @case.Reporter.Id == person.Id && @case.IsOpen
                => new OutgoingMessage(CardMessage.For(JoinedCard.DrawApart(@case), OutcomeSummary)),
            Question or Outcome or Joined or Apart => null,
            _ => throw new UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public async Task<Announcement?> AfterwardsAsync(DueMessage message, CancellationToken cancellationToken) =>
        message is { Kind: Outcome, Case: { } id } && await store.FindAsync(message.Practice, id, cancellationToken) is { } @case
            ? SayWhetherTold(await store.FindMainAsync(@case, cancellationToken) ?? @case, @case)
            : null;

    private async Task<OutgoingMessage?> RenderCaseAsync(Case @case, PersonId person, CancellationToken cancellationToken)
    {
        if (await viewers.ShowAsync(@case, person, cancellationToken) is { } opened)
        {
            var card = await drawing.DrawAsync(opened, view => view, cancellationToken);
            return new OutgoingMessage(CardMessage.For(card, CaseSummary), Notify: @case.Version == 1 && CannotWait(opened));
        }

        // Whoever no longer decides loses what their copy shows; whoever has none is not told that there is a case.
        return await HasCopyAsync(@case, person, cancellationToken)
            ? new OutgoingMessage(CardMessage.For(NoCaseCard.Draw(), "A card has changed"))
            : null;
    }

    /// <summary>Urgent, or left to those who are here because somebody who decides as well is away.</summary>
    private static bool CannotWait(OpenedCase opened) =>
        opened.Case.Urgency == Urgency.Urgent
        || (!opened.Approvers.Away.ContainsKey(opened.Viewer) && opened.Approvers.For(opened.Case).Any(person => opened.Approvers.Away.ContainsKey(person.Id)));

    private async Task<bool> HasCopyAsync(Case @case, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CardCopies.AnyAsync(
            copy => copy.Practice == @case.Practice && copy.CaseId == @case.Id && copy.Kind == Case && copy.Person == person,
            cancellationToken);
    }

    private async Task<OutgoingMessage?> RenderForApproverAsync(
        Case @case, PersonId person, Func<Case, AdaptiveCard> draw, string summary, CancellationToken cancellationToken)
    {
        return @case.IsOpen && await viewers.ShowAsync(@case, person, cancellationToken) is not null
            ? new OutgoingMessage(CardMessage.For(draw(@case), summary))
            : null;
    }

    /// <summary>A merged report is answered by the decision on the case that it was merged into, under its own reference.</summary>
    private async Task<OutgoingMessage?> RenderOutcomeAsync(Case @case, CancellationToken cancellationToken)
    {
        var main = await store.FindMainAsync(@case, cancellationToken);
        return @case.ForItsReporter(main) is { WithdrawnAt: null, Decision: { } decision }
            ? new OutgoingMessage(CardMessage.For(outcomeCard.Draw(@case, decision), OutcomeSummary), Afterwards: SayWhetherTold(main ?? @case, @case))
            : null;
    }

    private static IEnumerable<Announcement> OutcomeForEveryReporter(Case @case) =>
    [
        .. @case.ReporterLeftAt is null ? [Owe(@case, Outcome, new Recipient.ToPerson(@case.Reporter.Id))] : Array.Empty<Announcement>(),
        .. @case.StandingReports.Select(report => new Announcement(
            Outcome, new Recipient.ToPerson(report.Reporter.Id), @case.Practice, $"{Outcome}:{report.Id}", report.Id)),
    ];

    /// <summary>The reporter of the case that decides is told once, however many reports join theirs; not of a second one of their own.</summary>
    private static IEnumerable<Announcement> TellOfMerging(Case @case, CasesMerged merged)
    {
        if (@case.Id == merged.Duplicate)
        {
            return @case.ReporterLeftAt is null
                ? [Owe(@case, Joined, new Recipient.ToPerson(@case.Reporter.Id), @case.Version)]
                : [];
        }

        var joined = @case.Merged.Single(report => report.Id == merged.Duplicate);
        return @case.ReporterLeftAt is null && joined.Reporter.Id != @case.Reporter.Id
            ? [Owe(@case, Joined, new Recipient.ToPerson(@case.Reporter.Id))]
            : [];
    }

    private static IEnumerable<Announcement> TellOfTakingApart(Case @case, CasesTakenApart apart) =>
        @case.Id == apart.Duplicate && @case.ReporterLeftAt is null
            ? [Owe(@case, Apart, new Recipient.ToPerson(@case.Reporter.Id), @case.Version)]
            : [];

    private static Announcement Owe(Case @case, string kind, Recipient to, int? number = null)
    {
        var detail = number is { } given ? Number(given) : null;
        var key = detail is null ? $"{kind}:{@case.Id}" : $"{kind}:{@case.Id}:{detail}";
        return new Announcement(kind, to, @case.Practice, key, @case.Id, detail);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The approvers' cards say when the reporter was told, or that somebody has to tell them in person.</summary>
    private static Announcement SayWhetherTold(Case decided, Case report) =>
        new(Case, new Recipient.ToEarlierCopies(), decided.Practice, $"{Case}-told:{report.Id}", decided.Id);

    /// <summary>Another case looks the same, which was found only after the cards were sent.</summary>
    public static Announcement RedrawForTwins(Case @case, EvidenceId because) =>
        new(Case, new Recipient.ToEarlierCopies(), @case.Practice, $"{Case}-twins:{@case.Id}:{because}", @case.Id);

    private static Announcement Redraw(Case @case, string kind) => new(
        kind,
        new Recipient.ToEarlierCopies(),
        @case.Practice,
        string.Create(CultureInfo.InvariantCulture, $"{kind}-redraw:{@case.Id}:{@case.Version}"),
        @case.Id);
}
