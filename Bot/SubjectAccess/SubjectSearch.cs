using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>Reads every case of a practice once: whom it names, and whether that is the person who asks.</summary>
internal sealed class SubjectSearch(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Every practice of which anything at all is in the database.</summary>
    public async Task<IReadOnlyList<PracticeId>> PracticesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Cases.Select(row => row.Practice)
            .Union(db.Contacts.Select(row => row.Practice))
            .Union(db.Evidence.Select(row => row.Practice))
            .Union(db.Outbox.Select(row => row.Practice))
            .Union(db.CardCopies.Select(row => row.Practice))
            .Union(db.Installations.Select(row => row.Practice))
            .Union(db.Practices.Select(row => row.Practice))
            .ToListAsync(cancellationToken);
        return [.. found.OrderBy(practice => practice.Value, StringComparer.Ordinal)];
    }

    /// <param name="name">A further name to look for; <c>null</c> for none.</param>
    public async Task<DataSubject> FindAsync(PracticeId practice, PersonId person, string? name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var acted = await ActedInAsync(db, practice, person, cancellationToken);
        var reading = new Reading(person, acted);
        await foreach (var row in db.Cases.AsNoTracking().Where(row => row.Practice == practice)
            .OrderBy(row => row.Year).ThenBy(row => row.Number)
            .Select(row => new { row.Id, row.Document })
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            reading.Read(row.Id, row.Document);
        }

        return reading.Finish(practice, name);
    }

    /// <summary>An event says who did it, and can name them beside that.</summary>
    private static async Task<HashSet<CaseId>> ActedInAsync(
        BotDbContext db, PracticeId practice, PersonId person, CancellationToken cancellationToken)
    {
        var ids = await db.CaseEvents
            .Where(row => (row.Actor == person || row.Json.Contains(person.Value)) && db.Cases.Any(@case => @case.Id == row.CaseId && @case.Practice == practice))
            .Select(row => row.CaseId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. ids];
    }

    private sealed class Reading(PersonId person, HashSet<CaseId> acted)
    {
        private readonly Dictionary<PersonId, string> _others = [];
        private readonly HashSet<string> _names = [];
        private readonly HashSet<string> _posters = [];
        private readonly List<Case> _involved = [];
        private readonly List<(CaseReference Reference, string Document)> _rest = [];

        public void Read(CaseId id, string document)
        {
            var @case = CaseJson.ReadCase(document);
            NotePeople(JsonNode.Parse(document));
            if (@case.Facts.Poster is { Length: > 0 } poster)
            {
                _posters.Add(poster);
            }

            if (acted.Contains(id) || document.Contains($"\"{person}\"", StringComparison.Ordinal))
            {
                _involved.Add(@case);
            }
            else
            {
                _rest.Add((@case.Reference, document));
            }
        }

        public DataSubject Finish(PracticeId practice, string? name)
        {
            if (name is { Length: > 0 })
            {
                _names.Add(name);
            }

            var names = _names.Order(StringComparer.Ordinal).ToList();
            var mentions = _rest.Where(one => names.Any(known => one.Document.Contains(known, StringComparison.OrdinalIgnoreCase)));
            return new DataSubject(practice, person, names, _involved, [.. mentions.Select(one => one.Reference)])
            {
                Others = _others,
                Posters = [.. _posters.Order(StringComparer.Ordinal)],
            };
        }

        /// <summary>A person stands in a case as an object of id and name and nothing else (<see cref="NamedPerson"/>), wherever it is.</summary>
        private void NotePeople(JsonNode? node)
        {
            if (node is JsonObject { Count: 2 } both && both["id"] is JsonValue id && both["name"] is JsonValue name)
            {
                Note(new PersonId((string)id!), (string)name!);
            }

            foreach (var part in node switch { JsonObject record => record.Select(pair => pair.Value), JsonArray list => list, _ => [] })
            {
                NotePeople(part);
            }
        }

        private void Note(PersonId id, string name)
        {
            if (id == person)
            {
                _names.Add(name);
            }
            else
            {
                _others[id] = name;
            }
        }
    }
}
