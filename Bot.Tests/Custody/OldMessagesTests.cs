using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Custody;

/// <summary>Messages that belong to no case: summaries, alerts, changes of settings.</summary>
public sealed class OldMessagesTests
{
    [SkippableTheory, BothDatabases]
    public async Task What_Was_Sent_Without_A_Case_Is_Forgotten_After_A_Year_And_What_Is_Owed_Is_Not(string provider)
    {
        await using var rig = await CustodyRig.StartAsync(provider);
        await rig.OpenAsync();
        await rig.DeliverAsync();
        var year = CaseBuilder.Wednesday.AddMonths(12);
        await AddMessagesAsync(rig, ("sent", OutboxState.Sent, CaseBuilder.Wednesday), ("given up", OutboxState.Dead, CaseBuilder.Wednesday), ("owed", OutboxState.Waiting, null));
        var all = await MessagesAsync(rig);

        await rig.NightAsync(year.AddDays(-2));
        Assert.Equal(all, await MessagesAsync(rig));
        await rig.NightAsync(year.AddDays(2));
        Assert.Equal(all.Except(["sent", "given up"]), await MessagesAsync(rig));
    }

    private static async Task AddMessagesAsync(CustodyRig rig, params (string Key, OutboxState State, DateTimeOffset? Settled)[] messages)
    {
        await using var db = await rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        db.Outbox.AddRange(messages.Select(message => new OutboxRow
        {
            Practice = CaseBuilder.Practice,
            DedupeKey = message.Key,
            Kind = "test",
            Recipient = OutboxRecipient.Person,
            Person = CaseBuilder.Mona.Id,
            OwedSince = CaseBuilder.Wednesday,
            DueAt = CaseBuilder.Wednesday,
            State = message.State,
            SettledAt = message.Settled,
        }));
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<string>> MessagesAsync(CustodyRig rig)
    {
        await using var db = await rig.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Id).Select(row => row.DedupeKey).ToListAsync();
    }
}
