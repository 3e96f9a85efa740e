using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess.Holdings;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>
/// <c>erase --person … --practice …</c>: forgets where a person's chat is and what they typed into a report that was not sent. Cases,
/// their events and files stay: how long, the retention rules say. Screenshots of an unsent report go with the next sweep after
/// <c>Evidence:AbandonedAfter</c>; the person can throw them away at once by writing <c>cancel</c> to the bot.
/// </summary>
/// <remarks>
/// It is for somebody who has left. The bot learns anew where the chat is of anybody who writes to it or whom it has to tell something.
/// A report that is being sent at this very moment is sent, and its sender is told that something went wrong afterwards.
/// </remarks>
internal sealed class EraseCommand(IDbContextFactory<BotDbContext> contexts, SubjectSearch search, Migrator database)
{
    public const string NoPractice = "Say of which practice: --practice and its id. What another practice holds about the person stays.";

    /// <returns>0 when something was erased, 2 when there was nothing to erase, 1 when it could not be done.</returns>
    public async Task<int> RunAsync(SubjectSwitches switches, TextWriter output, CancellationToken cancellationToken)
    {
        var why = switches.Who is null ? SubjectAccessCommand.NoPerson
            : switches.Where is null ? NoPractice
            : await database.WhyNotReadyAsync(cancellationToken) is { } notReady ? $"{notReady}, so nothing was erased."
            : null;
        if (why is not null)
        {
            await output.WriteLineAsync(why);
            return SubjectAccessCommand.Failed;
        }

        var (practice, person) = (switches.Where!.Value, switches.Who!.Value);
        var (contacts, drafts) = await EraseAsync(practice, person, cancellationToken);
        var kept = (await search.FindAsync(practice, person, null, cancellationToken)).Cases.Count;
        await output.WriteLineAsync($"Erased: {(contacts > 0 ? "where the chat with the bot is" : "no chat")}, {drafts} conversation(s) with what was typed and not sent.");
        await output.WriteLineAsync($"Kept: {kept} case(s) that name the person, under the retention rules and legal holds. Cards that stand in the chat are Teams' to delete.");
        return contacts + drafts > 0 ? SubjectAccessCommand.Written : SubjectAccessCommand.NothingHeld;
    }

    private async Task<(int Contacts, int Drafts)> EraseAsync(PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var drafts = 0;
        foreach (var (state, _) in (await HeldDrafts.RowsAsync(db, practice, person, cancellationToken)).Where(row => row.IsTheirs))
        {
            drafts += await db.BotStates.Where(row => row.Key == state.Key && row.ETag == state.ETag).ExecuteDeleteAsync(cancellationToken);
        }

        var contacts = await db.Contacts.Where(row => row.Practice == practice && row.Person == person).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await SqliteTraces.RemoveAsync(db, cancellationToken);
        return (contacts, drafts);
    }
}
