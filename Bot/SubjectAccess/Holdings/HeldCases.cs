using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess.Holdings;

/// <summary>
/// Cases. Of one that the person reported or that is about them, all of it; of any other only what they did there: that they decided
/// about somebody else's report does not make the report theirs.
/// </summary>
internal sealed class HeldCases(CaseStore cases, RetentionOf retention) : IHolding
{
    public string Title => "Reports and cases";

    public string Purpose => "Reports that you made, reports that are about you, and what you did with the reports of others.";

    public IReadOnlyCollection<Type> Tables => [typeof(CaseRow), typeof(CaseEventRow)];

    public async Task<IReadOnlyList<JsonObject>> FindAsync(BotDbContext db, Asked asked, CancellationToken cancellationToken)
    {
        var told = new List<JsonObject>();
        foreach (var @case in asked.Subject.Cases)
        {
            told.Add(await TellAsync(db, @case, asked, cancellationToken));
        }

        foreach (var mention in asked.Subject.Mentions)
        {
            asked.Withheld.Note($"{mention}/text", "Its text says one of their names, but nothing ties it to them. It is not in the copy: read it.", mention.ToString());
        }

        return told;
    }

    private async Task<JsonObject> TellAsync(BotDbContext db, Case @case, Asked asked, CancellationToken cancellationToken)
    {
        var (subject, place, isTheirs) = (asked.Subject, @case.Reference.ToString(), asked.Subject.IsTheirs(@case));
        var told = new JsonObject
        {
            ["reference"] = place,
            ["yourPart"] = new JsonArray([.. PartsIn(@case, subject).Select(part => (JsonNode?)part)]),
            ["kept"] = Kept(@case, await cases.FindMainAsync(@case, cancellationToken)),
            ["legalHold"] = @case.Hold is { } hold ? $"yes, since {Day(hold.Since)}: nothing is deleted before it is released" : "no",
        };
        if (isTheirs)
        {
            told["case"] = asked.Discretion.Tell(@case, place, @case.Reporter.Id, @case.Reporter.Id);
            if (@case.Decision?.Outcomes.Contains(DecisionOutcome.LegalAdvice) == true)
            {
                asked.Withheld.Note($"{place}/legal-advice", "Legal advice was sought in this case: ask whether any of it is privileged before anything of it is handed over.", place);
            }
        }

        var events = await EventsAsync(db, @case, cancellationToken);
        told[isTheirs ? "whatHappened" : "whatYouDid"] = new JsonArray(
            [.. events.Where(one => isTheirs || one.Event.Actor == subject.Id).Select(one => (JsonNode?)Tell(one, @case, asked.Discretion))]);
        return told;
    }

    private static IEnumerable<string> PartsIn(Case @case, DataSubject subject)
    {
        if (@case.Reporter.Id == subject.Id)
        {
            yield return "you reported it";
        }

        if (@case.Facts.Colleague?.Id == subject.Id)
        {
            yield return "it is about you";
        }

        if (@case.Merged.Any(report => report.Reporter.Id == subject.Id || report.Colleague?.Id == subject.Id))
        {
            yield return "a report by you or about you is decided with it";
        }

        if (!subject.IsTheirs(@case))
        {
            yield return "you did something with it";
        }
    }

    private string Kept(Case @case, Case? main) => @case.Purge is { } purge ? $"its deletion has begun: {purge.Rule}"
        : retention(main ?? @case) is not { } until ? "until it has ended, and then as long as the rules say"
        : string.Create(CultureInfo.InvariantCulture, $"until {until.LastDay:yyyy-MM-dd} ({until.Rule})");

    /// <summary>Copies that were given before are no part of the next one, as long as nothing else has happened: the same record gives the same copy.</summary>
    private static async Task<IReadOnlyList<(int Number, string Kind, CaseEvent Event)>> EventsAsync(
        BotDbContext db, Case @case, CancellationToken cancellationToken)
    {
        var rows = await db.CaseEvents.AsNoTracking().Where(row => row.CaseId == @case.Id).OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        var all = rows.Select(row => (row.Sequence, (string)JsonNode.Parse(row.Json)!["event"]!, CaseJson.ReadEvent(row.Json))).ToList();
        return all[..(all.FindLastIndex(one => one.Item3 is not SubjectAccessGiven) + 1)];
    }

    private static JsonObject Tell((int Number, string Kind, CaseEvent Event) one, Case @case, Discretion discretion)
    {
        var told = discretion.Tell(
            one.Event, string.Create(CultureInfo.InvariantCulture, $"{@case.Reference}/event {one.Number}"), one.Event.Actor, @case.Reporter.Id);
        told.Insert(0, "event", one.Kind.Replace('-', ' '));
        return told;
    }

    private static string Day(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
