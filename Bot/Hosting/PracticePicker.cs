using Microsoft.Bot.Builder;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Which practice somebody means who is on several rosters: that of the case they name or press on, that of the report they are making,
/// or the one they chose last. Whoever is on one roster is never asked.
/// </summary>
internal sealed class PracticePicker(IDbContextFactory<BotDbContext> contexts, Practices practices, Contacts contacts, ReportDrafts drafts)
{
    private const string Case = "case";

    /// <returns><c>null</c> when nothing says which one: then they are asked.</returns>
    public async Task<Caller?> PickAsync(IReadOnlyList<Caller> callers, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (callers is [var only])
        {
            return only;
        }

        var practice = await OfCaseAsync(callers, turn, cancellationToken)
            ?? await drafts.PracticeAsync(callers[0].Id, turn, cancellationToken)
            ?? await contacts.LastChosenAsync(callers[0].Id, cancellationToken);
        return callers.FirstOrDefault(caller => caller.Practice == practice);
    }

    private async Task<PracticeId?> OfCaseAsync(IReadOnlyList<Caller> callers, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (DataOf(turn)?[Case] is JValue { Value: string text } && CaseId.Parse(text) is { } id)
        {
            List<PracticeId> own = [.. callers.Select(caller => caller.Practice)];
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var found = await db.Cases.AsNoTracking().Where(row => row.Id == id && own.Contains(row.Practice))
                .Select(row => new { row.Practice })
                .SingleOrDefaultAsync(cancellationToken);
            return found?.Practice;
        }

        return turn.Activity.Text?.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries) is [var word, var typed, ..]
            && word.Equals(Case, StringComparison.OrdinalIgnoreCase)
            && CaseReference.Parse(typed) is { } reference
                ? await practices.OfReferenceAsync(reference, cancellationToken)
                : null;
    }

    /// <summary>What came with a press, whichever kind of button it was.</summary>
    private static JObject? DataOf(ITurnContext turn) => turn.Activity.Value is JObject value
        ? value.SelectToken("action.data") as JObject ?? value
        : null;
}
