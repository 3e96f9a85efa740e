using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// Writes down what becomes of each owed message. Every line is written only by the worker that holds the lease: one that was taken
/// for dead and comes back changes nothing any more.
/// </summary>
internal sealed class OutboxLedger(
    IDbContextFactory<BotDbContext> contexts,
    Announcers announcers,
    Contacts contacts,
    OutboxSignal signal,
    IOptions<DeliveryOptions> options,
    TimeProvider time)
{
    /// <summary>Takes what is due: urgent messages first, then the oldest.</summary>
    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(Guid worker, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await OutboxTable.ClaimAsync(
            db, worker, now, now.AddSeconds(options.Value.LeaseSeconds), options.Value.BatchSize, cancellationToken);
    }

    /// <summary>Notes, before anything is sent, that an attempt is made, and renews the lease for it.</summary>
    /// <returns><c>false</c> when the lease is lost: then nothing may be sent.</returns>
    public async Task<bool> BeginAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        row.Attempts++;
        row.LeasedUntil = time.GetUtcNow().AddSeconds(options.Value.LeaseSeconds);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await OutboxTable.BeginAsync(db, row, cancellationToken);
    }

    public async Task SentAsync(OutboxRow row, SendResult.Sent sent, Announcement? afterwards, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await EndAsync(db, row, OutboxState.Sent, null, cancellationToken) && IsNewCard(row, sent))
        {
            var copy = new CardCopyRow
            {
                Practice = row.Practice,
                Kind = row.Kind,
                CaseId = row.CaseId!.Value,
                Detail = row.Detail,
                Person = row.Person,
                ConversationId = sent.ConversationId,
                ServiceUrl = sent.ServiceUrl,
                ActivityId = sent.ActivityId,
                SentAt = time.GetUtcNow(),
            };
            await CardCopies.AddAsync(db, copy, cancellationToken);
        }

        await OweAsync(db, afterwards, OutboxState.Sent, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Nobody has a reason to send it any more.</summary>
    public async Task DropAsync(OutboxRow row, string? why, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await EndAsync(db, row, OutboxState.Dropped, why, cancellationToken);
    }

    /// <summary>Given up: whoever waits to hear whether it arrived hears that it did not.</summary>
    public async Task GiveUpAsync(OutboxRow row, string why, CancellationToken cancellationToken)
    {
        var afterwards = await AfterwardsAsync(row, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await EndAsync(db, row, OutboxState.Dead, why, cancellationToken))
        {
            await OweAsync(db, afterwards, OutboxState.Dead, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
    }

    /// <summary>The copy that was to be replaced is gone: it is forgotten, and that is all there is to do.</summary>
    public async Task CopyGoneAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EndAsync(db, row, OutboxState.Dropped, "gone", cancellationToken);
        await db.CardCopies.Where(copy => copy.Id == row.Copy).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Gives a row back, to be taken again later.</summary>
    public async Task PostponeAsync(OutboxRow row, DateTimeOffset until, string why, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Held(db, row).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.DueAt, until)
                .SetProperty(x => x.LastError, why)
                .SetProperty(x => x.LeasedBy, (Guid?)null)
                .SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);
    }

    /// <summary>Puts a row aside until its person is seen, and has those told who wait to hear whether it arrived.</summary>
    public async Task WaitAsync(OutboxRow row, string why, CancellationToken cancellationToken)
    {
        var afterwards = await AfterwardsAsync(row, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await WaitAsync(db, row, why, cancellationToken) == 1)
        {
            await OweAsync(db, afterwards, OutboxState.Waiting, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
    }

    /// <summary>
    /// The row's person cannot be reached: it waits until they are seen, and those who were told the same because they decide as well
    /// are told that this person was not.
    /// </summary>
    /// <param name="contact">How the person would be reached, for one who never had a chat with the bot.</param>
    public async Task ParkAsync(OutboxRow row, ContactRow? contact, Announcement? afterwards, CancellationToken cancellationToken)
    {
        var person = row.Person!.Value;
        if (contact is not null)
        {
            await contacts.StoreAsync(contact, cancellationToken);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await contacts.MarkUnreachableAsync(db, row.Practice, person, cancellationToken);
        await WaitAsync(db, row, "unreachable", cancellationToken);
        var others = row is { ExpandedFrom: { } role, Recipient: OutboxRecipient.Person }
            ? await db.Outbox.Where(other => other.ExpandedFrom == role && other.Person != person)
                .Select(other => other.Person!.Value)
                .ToListAsync(cancellationToken)
            : [];
        await OutboxTable.AddAsync(db, others.Select(other => Notice(row, person, other)), cancellationToken);
        await OweAsync(db, afterwards, OutboxState.Waiting, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
    }

    private static Task<int> WaitAsync(BotDbContext db, OutboxRow row, string why, CancellationToken cancellationToken) =>
        Held(db, row).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.State, OutboxState.Waiting)
                .SetProperty(x => x.LastError, why)
                .SetProperty(x => x.LeasedBy, (Guid?)null)
                .SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);

    /// <summary>What the room says, of a message that may never have been rendered.</summary>
    private async Task<Announcement?> AfterwardsAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            var message = new DueMessage(row.Kind, row.Practice, row.CaseId, row.Detail, Person: null, row.OwedSince);
            return await announcers.For(row.Kind).AfterwardsAsync(message, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What kept the message from being rendered can do so here as well. It must come to its end all the same.
            return null;
        }
    }

    private async Task OweAsync(BotDbContext db, Announcement? afterwards, OutboxState state, CancellationToken cancellationToken)
    {
        if (afterwards is not null)
        {
            var owed = afterwards with { DedupeKey = $"{afterwards.DedupeKey}:{state}" };
            await OutboxTable.AddAsync(db, [OutboxRows.From(owed, time.GetUtcNow())], cancellationToken);
        }
    }

    private OutboxRow Notice(OutboxRow row, PersonId unreachable, PersonId other) => OutboxRows.From(
        new Announcement(
            UnreachableNotice.Kind,
            new Recipient.ToPerson(other),
            row.Practice,
            $"{UnreachableNotice.Kind}/{row.ExpandedFrom}/{unreachable}/{other}",
            row.CaseId,
            unreachable.Value)
        { Urgent = row.Urgent },
        time.GetUtcNow());

    private Task<bool> EndAsync(BotDbContext db, OutboxRow row, OutboxState state, string? why, CancellationToken cancellationToken) =>
        OutboxTable.EndAsync(db, row, state, why, time.GetUtcNow(), cancellationToken);

    private static IQueryable<OutboxRow> Held(BotDbContext db, OutboxRow row) =>
        db.Outbox.Where(r => r.Id == row.Id && r.State == OutboxState.Pending && r.LeasedBy == row.LeasedBy);

    private static bool IsNewCard(OutboxRow row, SendResult.Sent sent) =>
        row is { Recipient: not OutboxRecipient.Copy, CaseId: not null } && sent.ActivityId.Length > 0;
}
