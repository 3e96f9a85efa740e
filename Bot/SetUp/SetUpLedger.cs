using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>
/// Stores what was chosen: the settings, the line in their history, and what everybody is told who decides before or after the change, in
/// one transaction. Of two who save at the same time one is first; the other stores nothing.
/// </summary>
internal sealed class SetUpLedger(
    IDbContextFactory<BotDbContext> contexts, Practices practices, ApproverDirectory directory, OutboxSignal signal, TimeProvider time)
{
    public async Task<SaveOutcome> SaveAsync(Caller caller, int version, CheckedSetUp checkedSetUp, CancellationToken cancellationToken)
    {
        var before = await directory.GetAsync(caller.Practice, cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var outcome = await StoreAsync(db, caller, version, checkedSetUp, cancellationToken);
            if (outcome is not SaveOutcome.Saved)
            {
                return outcome;
            }

            // Those who decide from now on are known only when the settings are: they are told in the same transaction all the same.
            await OweAsync(db, caller.Practice, version + 1, before, checkedSetUp.Choices, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            signal.Ring();
            return outcome;
        }
        catch (DbException exception) when (exception.IsDuplicate())
        {
            return new SaveOutcome.PrefixTaken();
        }
        finally
        {
            practices.Forget();
        }
    }

    private async Task<SaveOutcome> StoreAsync(
        BotDbContext db, Caller caller, int version, CheckedSetUp chosen, CancellationToken cancellationToken)
    {
        if (await db.Practices.SingleOrDefaultAsync(row => row.Practice == caller.Practice && row.Version == version, cancellationToken) is not { } row)
        {
            return await TooLateAsync(db, caller, version, chosen, cancellationToken);
        }

        var prefix = chosen.ReferencePrefix ?? row.ReferencePrefix;
        if (prefix != row.ReferencePrefix && await db.Cases.AnyAsync(@case => @case.Practice == caller.Practice, cancellationToken)
            && (await practices.GetAsync(caller.Practice, cancellationToken)).ReferencePrefix != prefix)
        {
            return new SaveOutcome.PrefixInUse();
        }

        if (prefix is not null && (await practices.ListAsync(cancellationToken)).Any(other => other.Id != caller.Practice && other.ReferencePrefix == prefix))
        {
            return new SaveOutcome.PrefixTaken();
        }

        // Whoever comes second waits here for the first, and then finds no row of this version.
        var choices = chosen.Choices.Write();
        var moved = await db.Practices.Where(each => each.Practice == caller.Practice && each.Version == version).ExecuteUpdateAsync(
            each => each
                .SetProperty(r => r.Version, version + 1)
                .SetProperty(r => r.ReferencePrefix, prefix)
                .SetProperty(r => r.Choices, choices),
            cancellationToken);
        if (moved == 0)
        {
            return await TooLateAsync(db, caller, version, chosen, cancellationToken);
        }

        db.PracticeChanges.Add(new PracticeChangeRow
        {
            Practice = caller.Practice,
            Version = version + 1,
            At = time.GetUtcNow(),
            By = caller.Id,
            ReferencePrefix = prefix,
            Choices = choices,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new SaveOutcome.Saved();
    }

    /// <summary>The settings have moved on. Whoever presses once more because no answer came meets their own change, and nobody else's.</summary>
    private static async Task<SaveOutcome> TooLateAsync(
        BotDbContext db, Caller caller, int version, CheckedSetUp chosen, CancellationToken cancellationToken)
    {
        var choices = chosen.Choices.Write();
        var isTheirs = await db.Practices.AnyAsync(row => row.Practice == caller.Practice && row.Version == version + 1, cancellationToken)
            && await db.PracticeChanges.AnyAsync(
                change => change.Practice == caller.Practice && change.Version == version + 1 && change.By == caller.Id && change.Choices == choices
                    && (chosen.ReferencePrefix == null || change.ReferencePrefix == chosen.ReferencePrefix),
                cancellationToken);
        return isTheirs ? new SaveOutcome.SavedBefore() : new SaveOutcome.SomebodyWasFirst();
    }

    private async Task OweAsync(
        BotDbContext db, PracticeId practice, int version, Approvers before, PracticeChoices chosen, CancellationToken cancellationToken)
    {
        var after = (IEnumerable<string>)[.. chosen.Managers ?? [], .. chosen.Deputies ?? [], .. chosen.Partners ?? []];
        var told = before.All.Concat(before.Partners).Select(person => person.Id).Concat(after.Select(id => new PersonId(id))).Distinct();
        var now = time.GetUtcNow();
        await OutboxTable.AddAsync(db, told.Select(person => OutboxRows.From(SetUpAnnouncer.Tell(practice, version, person), now)), cancellationToken);
    }
}
