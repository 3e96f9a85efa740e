using System.Globalization;
using System.Text.Json;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Renders the alert of a night for each of those who decide: about a case in full to those who may see it, and in the one sentence
/// without details to all when nobody may. And the neutral card in the place of what was shown of a case that was purged.
/// </summary>
internal sealed class CustodyAnnouncer(FindingLedger ledger, CaseStore cases, EvidenceRecords records, ApproverDirectory directory) : IAnnouncer
{
    public const string Alert = "custody-alert";
    public const string Purged = "case-purged";

    /// <summary>Lock-screen-safe: no name, no quote.</summary>
    private const string AlertSummary = "The nightly check of the records needs you";
    private const string PurgedSummary = "A card has changed";

    public IReadOnlyCollection<string> Kinds => [Alert, Purged];

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (message.Kind == Purged)
        {
            return new OutgoingMessage(CardMessage.For(PurgedCard.Draw(), PurgedSummary));
        }

        if (message.Person is not { } person)
        {
            return null;
        }

        var told = await ledger.ListToldAsync(message.Practice, message.Detail, cancellationToken);
        var approvers = await directory.GetAsync(message.Practice, cancellationToken);
        var lines = new List<AlertLine>();
        foreach (var finding in told)
        {
            if (await LineAsync(finding, approvers, person.Id, cancellationToken) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines.Count == 0 ? null : new OutgoingMessage(CardMessage.For(AlertCard.Draw(lines), AlertSummary), Notify: true);
    }

    public static Announcement Owe(PracticeId practice, DateTimeOffset now)
    {
        var told = now.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return new Announcement(Alert, new Recipient.ToAllApprovers(), practice, $"{Alert}:{told}", Detail: told);
    }

    /// <summary>In the place of a card that stands in somebody's chat, even in that of a person who has left the practice since.</summary>
    public static OutboxRow Neutral(CardCopyRow copy, DateTimeOffset now) => new()
    {
        Practice = copy.Practice,
        DedupeKey = string.Create(CultureInfo.InvariantCulture, $"{Purged}:{copy.Id}"),
        Kind = Purged,
        Recipient = OutboxRecipient.Copy,
        Copy = copy.Id,
        OwedSince = now,
        DueAt = now,
    };

    /// <returns><c>null</c> when it is not this person's, and somebody else's.</returns>
    private async Task<AlertLine?> LineAsync(CustodyFindingRow finding, Approvers approvers, PersonId person, CancellationToken cancellationToken)
    {
        var @case = await CaseOfAsync(finding, cancellationToken);
        if (@case is null)
        {
            // Of what cannot be read nobody knows whose it is: its number and hash say nothing about anybody.
            return new AlertLine(finding.Kind, finding.Reference, null, finding.Sha256, finding.Place);
        }

        var theirs = approvers.For(@case).Select(approver => approver.Id).ToHashSet();
        return theirs.Contains(person) ? new AlertLine(finding.Kind, finding.Reference, await NameAsync(finding, @case, cancellationToken), finding.Sha256, finding.Place)
            : theirs.Count == 0 ? new AlertLine(finding.Kind, null, null, null, null) { NobodysCase = true }
            : null;
    }

    private async Task<Case?> CaseOfAsync(CustodyFindingRow finding, CancellationToken cancellationToken)
    {
        try
        {
            return finding.CaseId is { } id ? await cases.FindAsync(finding.Practice, id, cancellationToken) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string?> NameAsync(CustodyFindingRow finding, Case @case, CancellationToken cancellationToken) =>
        finding.Evidence is not { } id ? null
        : @case.Evidence.FirstOrDefault(file => file.Id == id)?.Name
            ?? (await records.FindAsync(finding.Practice, id, cancellationToken))?.Evidence.Name;
}
