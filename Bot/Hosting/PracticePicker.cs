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
    private const string Report = "report";

    // The names under which cards carry these ids; a test presses a button of each kind.
    private const string Practice = "practice";
    private const string Case = "case";
    private const string Export = "export";

    /// <returns><c>null</c> when nothing says which one: then they are asked.</returns>
    public async Task<Caller?> PickAsync(IReadOnlyList<Caller> callers, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (callers is [var only])
        {
            return only;
        }

        var practice = await NamedAsync(callers.Select(caller => caller.Practice), turn, cancellationToken)
            ?? await drafts.PracticeAsync(callers[0].Id, turn, cancellationToken)
            ?? await contacts.LastChosenAsync(callers[0].Id, cancellationToken);
        return callers.FirstOrDefault(caller => caller.Practice == practice);
    }

    /// <summary>
    /// Whether what they name or press on, or the report they are making, is of a practice whose roster cannot be read at present. Taken for
    /// somebody of another one, they would lose that report, or read that there is no such case.
    /// </summary>
    public async Task<bool> MeansElsewhereAsync(Admission.Admitted admitted, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!admitted.MayBeElsewhere)
        {
            return false;
        }

        var practice = await NamedAsync(admitted.Callers.Select(caller => caller.Practice).Concat(admitted.Elsewhere), turn, cancellationToken)
            ?? await drafts.PracticeAsync(admitted.Callers[0].Id, turn, cancellationToken);
        return practice is { } meant && admitted.Elsewhere.Contains(meant);
    }

    /// <summary>
    /// Before each report they are asked again, since it is the one thing that cannot be moved afterwards; and whenever they ask for it.
    /// A report that is being made is finished, or cancelled, where it was begun.
    /// </summary>
    public async Task<bool> MustAskAsync(IReadOnlyList<Caller> callers, string typed, ITurnContext turn, CancellationToken cancellationToken) =>
        typed is Report or WhichPractice.Word && await drafts.PracticeAsync(callers[0].Id, turn, cancellationToken) is null;

    /// <summary>By a press, which carries ids, or by a reference that was typed.</summary>
    /// <param name="theirs">Ids of other practices' cases say nothing.</param>
    private async Task<PracticeId?> NamedAsync(IEnumerable<PracticeId> theirs, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (DataOf(turn) is { } data)
        {
            List<PracticeId> own = [.. theirs];
            return Text(data, Practice) is { } practice ? new PracticeId(practice)
                : CaseId.Parse(Text(data, Case)) is { } @case ? await OfAsync(db => db.Cases.Where(row => row.Id == @case && own.Contains(row.Practice)).Select(row => row.Practice), cancellationToken)
                : ExportId.Parse(Text(data, Export)) is { } export ? await OfAsync(db => db.Exports.Where(row => row.Id == export && own.Contains(row.Practice)).Select(row => row.Practice), cancellationToken)
                : null;
        }

        return turn.Activity.Text?.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries) is [var word, var typed, ..]
            && word.Equals(Case, StringComparison.OrdinalIgnoreCase)
            && CaseReference.Parse(typed) is { } reference
                ? await practices.OfReferenceAsync(reference, cancellationToken)
                : null;
    }

    private async Task<PracticeId?> OfAsync(Func<BotDbContext, IQueryable<PracticeId>> ask, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await ask(db).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : null;
    }

    private static string? Text(JObject data, string name) => (data[name] as JValue)?.Value as string;

    /// <summary>What came with a press, whichever kind of button it was; nothing for one that stands for a word.</summary>
    private static JObject? DataOf(ITurnContext turn) => string.IsNullOrWhiteSpace(turn.Activity.Text) && turn.Activity.Value is JObject value
        ? value.SelectToken("action.data") as JObject ?? value
        : null;
}
