using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>Asks the others who decide whether they agree, tells the person who asked, and keeps every card about a request as it stands.</summary>
internal sealed class ExportAnnouncer(
    ExportLedger ledger,
    CaseStore cases,
    ApproverDirectory directory,
    IDbContextFactory<BotDbContext> contexts,
    ExportCard card,
    TimeProvider time) : IAnnouncer
{
    /// <summary>To those who can agree.</summary>
    public const string Asking = "export-ask";

    /// <summary>To the person who asked.</summary>
    public const string Asked = "export";

    /// <summary>Lock-screen-safe: no name, no quote, no number of a case.</summary>
    public const string AskingSummary = "A colleague needs you to agree to something";
    public const string AskedSummary = "There is news about something you asked for";

    public IReadOnlyCollection<string> Kinds => [Asking, Asked];

    public static Announcement Ask(ExportRow export) =>
        new(Asking, new Recipient.ToApprovers(), export.Practice, $"{Asking}:{export.Id}", export.CaseId, export.Id.ToString());

    public static Announcement Answer(ExportRow export) =>
        new(Asked, new Recipient.ToPerson(export.RequestedBy), export.Practice, $"{Asked}:{export.Id}", export.CaseId, export.Id.ToString());

    /// <param name="because">What happened, once.</param>
    public static IReadOnlyList<Announcement> Redraw(ExportRow export, string because) =>
        [.. new[] { Asking, Asked }.Select(kind => new Announcement(
            kind, new Recipient.ToEarlierCopies(), export.Practice, $"{kind}-redraw:{export.Id}:{because}", export.CaseId, export.Id.ToString()))];

    /// <summary>When a case changes, what was asked for is void: every card about its requests says so.</summary>
    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => @event is CaseReported or AuditEvent
        ? []
        : new[] { Asking, Asked }.Select(kind => new Announcement(
            kind,
            new Recipient.ToEarlierCopies(),
            @case.Practice,
            FormattableString.Invariant($"{kind}-void:{@case.Id}:{@case.Version}"),
            @case.Id));

    /// <inheritdoc/>
    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (message is not { Case: { } id, Person: { } person }
            || ExportId.Parse(message.Detail) is not { } exportId
            || await ledger.FindAsync(message.Practice, exportId, cancellationToken) is not { } export
            || await cases.FindAsync(message.Practice, id, cancellationToken) is not { } @case
            || (message.Kind == Asking && person.Id == export.RequestedBy))
        {
            return null;
        }

        var summary = message.Kind == Asking ? AskingSummary : AskedSummary;
        var approvers = await directory.GetAsync(message.Practice, cancellationToken);
        if (approvers.For(@case).Any(approver => approver.Id == person.Id))
        {
            // Whoever agreed or did not has seen the answer on the card that they pressed.
            var isNews = message.Kind == Asked || ExportStages.Of(export, @case, time.GetUtcNow()) == ExportStage.Waiting;
            return isNews || await HasCopyAsync(message, person.Id, cancellationToken)
                ? new OutgoingMessage(CardMessage.For(card.Draw(new ExportView(export, @case, approvers, person.Id, time.GetUtcNow())), summary))
                : null;
        }

        // Whoever no longer decides loses what their copy shows; whoever has none is not told that there is anything.
        return await HasCopyAsync(message, person.Id, cancellationToken)
            ? new OutgoingMessage(CardMessage.For(ExportCard.Nothing(), "A card has changed"))
            : null;
    }

    private async Task<bool> HasCopyAsync(DueMessage message, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CardCopies.AnyAsync(
            copy => copy.Practice == message.Practice && copy.CaseId == message.Case && copy.Kind == message.Kind
                && copy.Detail == message.Detail && copy.Person == person,
            cancellationToken);
    }
}
