using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>For messages that no case event asks for. The same words owed twice (by their key) are owed once.</summary>
internal sealed class Outbox(IDbContextFactory<BotDbContext> contexts, OutboxSignal signal, TimeProvider time)
{
    public async Task EnqueueAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OutboxTable.AddAsync(db, [OutboxRows.From(announcement, time.GetUtcNow())], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
    }

    /// <returns>Whether words with this key are owed, or were, for whichever practice: keys are only told apart within one.</returns>
    public async Task<bool> KnowsAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox.AnyAsync(row => row.DedupeKey == key, cancellationToken);
    }

    /// <summary>Claims a week for its summary and owes the message, both or neither.</summary>
    /// <returns><c>false</c> when the week was claimed before.</returns>
    public async Task<bool> EnqueueSummaryAsync(DateOnly weekStart, Announcement announcement, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Summaries.AnyAsync(row => row.Practice == announcement.Practice && row.WeekStart == weekStart, cancellationToken))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Summaries.Add(new SummaryRow { Practice = announcement.Practice, WeekStart = weekStart, ClaimedAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            return false;
        }

        await OutboxTable.AddAsync(db, [OutboxRows.From(announcement, now)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
        return true;
    }
}
