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
    /// <summary>
    /// Nobody is written down again within this time, unless something changed in this process. Short, because another instance may note
    /// meanwhile that they cannot be reached, and then what waits for them goes with their next word.
    /// </summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly Func<BotDbContext, PracticeId, PersonId, CancellationToken, Task<ContactRow?>> _find = EF.CompileAsyncQuery(
        (BotDbContext db, PracticeId practice, PersonId person, CancellationToken _) =>
            db.Contacts.AsNoTracking().SingleOrDefault(row => row.Practice == practice && row.Person == person));

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

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await StoreAsync(
            db,
            new ContactRow
            {
                Practice = practice,
                Person = person.Id,
                ConversationId = conversation,
                ServiceUrl = activity.ServiceUrl,
                TenantId = activity.Conversation.TenantId ?? "",
                ChannelUserId = activity.From.Id,
                Upn = person.Upn,
                Reachable = true,
            },
            cancellationToken);
        await ReleaseAsync(db, practice, person.Id, now, cancellationToken);
        _seen[(practice, person.Id)] = (conversation, now);
    }

    /// <summary>The person took the bot away, and with it the one chat for all practices. What is owed to them waits.</summary>
    public async Task UninstalledAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var practice in await db.Contacts.AsNoTracking().Where(row => row.Person == person).Select(row => row.Practice).ToListAsync(cancellationToken))
        {
            await MarkUnreachableAsync(db, practice, person, cancellationToken);
        }
    }

    public async Task<ContactRow?> FindAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await _find(db, practice, person, cancellationToken);
    }

    /// <returns>Those who ever talked to the bot among the people whom settings name, by object id or by the name they sign in with.</returns>
    public async Task<IReadOnlyList<PersonId>> NamedAsync(PracticeId practice, IEnumerable<string> entries, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Contacts.AsNoTracking().Where(row => row.Practice == practice)
            .Select(row => new Person(row.Person, "", row.Upn, row.ChannelUserId))
            .ToListAsync(cancellationToken);
        return [.. known.Named(entries).Select(person => person.Id)];
    }

    /// <returns>Those of these practices as somebody of which the person ever talked to the bot.</returns>
    public async Task<IReadOnlyList<PracticeId>> KnownInAsync(PersonId person, IReadOnlyCollection<PracticeId> among, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Contacts.Where(row => row.Person == person && among.Contains(row.Practice)).Select(row => row.Practice).ToListAsync(cancellationToken);
    }

    /// <summary>Writes down where a person's chat is, whatever was known before.</summary>
    public async Task StoreAsync(ContactRow contact, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await StoreAsync(db, contact, cancellationToken);
    }

    /// <summary>Somebody on several rosters says which practice they mean from now on.</summary>
    public async Task ChooseAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Contacts.Where(row => row.Practice == practice && row.Person == person)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.ChosenAt, (DateTimeOffset?)now), cancellationToken);
    }

    /// <returns>The practice that the person meant last; <c>null</c> when they never said.</returns>
    public async Task<PracticeId?> LastChosenAsync(PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = await db.Contacts.AsNoTracking()
            .Where(row => row.Person == person && row.ChosenAt != null)
            .OrderByDescending(row => row.ChosenAt)
            .Select(row => new { row.Practice })
            .FirstOrDefaultAsync(cancellationToken);
        return chosen?.Practice;
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

    /// <summary>There is a reason to hope that the person can be reached again: what waits for them becomes due.</summary>
    public async Task TryAgainAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Contacts.Where(row => row.Practice == practice && row.Person == person && !row.Reachable).ExecuteDeleteAsync(cancellationToken);
        _seen.TryRemove((practice, person), out _);
        await ReleaseAsync(db, practice, person, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>The chat that was known is not there any more: the next message creates it anew.</summary>
    public async Task ForgetAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Contacts.Where(row => row.Practice == practice && row.Person == person).ExecuteDeleteAsync(cancellationToken);
        _seen.TryRemove((practice, person), out _);
    }

    private static Task StoreAsync(BotDbContext db, ContactRow contact, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Contacts" ("Practice", "Person", "ConversationId", "ServiceUrl", "TenantId", "ChannelUserId", "Upn", "Reachable", "UnreachableSince")
            VALUES ({contact.Practice.Value}, {contact.Person.Value}, {contact.ConversationId}, {contact.ServiceUrl}, {contact.TenantId},
                {contact.ChannelUserId}, {contact.Upn}, {contact.Reachable}, {contact.UnreachableSince?.UtcTicks})
            ON CONFLICT ("Practice", "Person") DO UPDATE SET
                "ConversationId" = excluded."ConversationId", "ServiceUrl" = excluded."ServiceUrl", "TenantId" = excluded."TenantId",
                "ChannelUserId" = excluded."ChannelUserId", "Upn" = COALESCE(excluded."Upn", "Contacts"."Upn"), "Reachable" = excluded."Reachable", "UnreachableSince" = excluded."UnreachableSince"
            """,
            cancellationToken);

    private async Task ReleaseAsync(BotDbContext db, PracticeId practice, PersonId person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OutboxTable.ReleaseAsync(db, practice, person, now, cancellationToken) > 0)
        {
            signal.Ring();
        }
    }
}
