using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Where each person's private chat with the bot is, and who cannot be reached there at present.</summary>
internal sealed class Contacts(IDbContextFactory<BotDbContext> contexts, OutboxSignal signal, TimeProvider time)
{
    /// <summary>Nobody is written down again within this time, unless something changed in this process.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(PracticeId, PersonId), (string Conversation, DateTimeOffset At)> _seen = new();

    /// <summary>
    /// Somebody of the practice wrote, pressed or installed the bot in their private chat: it can be written to. What waited for them
    /// becomes due. Activities from elsewhere than a private chat say nothing and are left alone.
    /// </summary>
    public async Task SeenAsync(PracticeId practice, Person person, IActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Conversation is not { Id: { } conversation, IsGroup: not true, ConversationType: null or "personal" })
        {
            return;
        }

        var now = time.GetUtcNow();
        if (_seen.TryGetValue((practice, person.Id), out var last) && last.Conversation == conversation && now - last.At < Remembered)
        {
            return;
        }

        await StoreAsync(
            new ContactRow
            {
                Practice = practice,
                Person = person.Id,
                ConversationId = conversation,
                ServiceUrl = activity.ServiceUrl,
                TenantId = activity.Conversation.TenantId ?? "",
                ChannelUserId = activity.From.Id,
                Reachable = true,
            },
            cancellationToken);
        await ReleaseAsync(practice, person.Id, now, cancellationToken);
        _seen[(practice, person.Id)] = (conversation, now);
    }

    /// <summary>The person took the bot away. What is owed to them waits.</summary>
    public async Task UninstalledAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await MarkUnreachableAsync(db, practice, person, cancellationToken);
    }

    public async Task<ContactRow?> FindAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Contacts.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Practice == practice && row.Person == person, cancellationToken);
    }

    /// <summary>Writes down where a person's chat is, whatever was known before.</summary>
    public async Task StoreAsync(ContactRow contact, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await UpdateAsync(db, contact, cancellationToken))
        {
            return;
        }

        db.Contacts.Add(contact);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsDuplicate())
        {
            await UpdateAsync(db, contact, cancellationToken);
        }
    }

    /// <summary>Within the caller's transaction.</summary>
    public async Task MarkUnreachableAsync(BotDbContext db, PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Contacts.Where(row => row.Practice == practice && row.Person == person && row.Reachable).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Reachable, false).SetProperty(r => r.UnreachableSince, now),
            cancellationToken);
        _seen.TryRemove((practice, person), out _);
    }

    /// <summary>The chat that was known is not there any more: the next message creates it anew.</summary>
    public async Task ForgetAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Contacts.Where(row => row.Practice == practice && row.Person == person).ExecuteDeleteAsync(cancellationToken);
        _seen.TryRemove((practice, person), out _);
    }

    private static async Task<bool> UpdateAsync(BotDbContext db, ContactRow contact, CancellationToken cancellationToken) =>
        await db.Contacts.Where(row => row.Practice == contact.Practice && row.Person == contact.Person).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.ConversationId, contact.ConversationId)
                .SetProperty(r => r.ServiceUrl, contact.ServiceUrl)
                .SetProperty(r => r.TenantId, contact.TenantId)
                .SetProperty(r => r.ChannelUserId, contact.ChannelUserId)
                .SetProperty(r => r.Reachable, contact.Reachable)
                .SetProperty(r => r.UnreachableSince, contact.UnreachableSince),
            cancellationToken) == 1;

    private async Task ReleaseAsync(PracticeId practice, PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var released = await db.Outbox
            .Where(row => row.Practice == practice && row.Person == person && row.State == OutboxState.Waiting)
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.State, OutboxState.Pending).SetProperty(r => r.DueAt, now),
                cancellationToken);
        if (released > 0)
        {
            signal.Ring();
        }
    }
}
