using System.Diagnostics;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>How an announcement stands in the outbox.</summary>
internal static class OutboxRows
{
    public static OutboxRow From(Announcement announcement, DateTimeOffset now) => new()
    {
        Practice = announcement.Practice,
        DedupeKey = announcement.DedupeKey,
        Kind = announcement.Kind,
        Recipient = announcement.Recipient switch
        {
            Recipient.ToPerson => OutboxRecipient.Person,
            Recipient.ToApprovers => OutboxRecipient.Approvers,
            Recipient.ToAllApprovers => OutboxRecipient.AllApprovers,
            Recipient.ToChannel => OutboxRecipient.Channel,
            Recipient.ToEarlierCopies => OutboxRecipient.EarlierCopies,
            _ => throw new UnreachableException(),
        },
        Person = (announcement.Recipient as Recipient.ToPerson)?.Person,
        CaseId = announcement.Case,
        Detail = announcement.Detail,
        Urgent = announcement.Urgent,
        OwedSince = now,
        TraceParent = OutboxTrace.Here,
        DueAt = now,
    };
}
