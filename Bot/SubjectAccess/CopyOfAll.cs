using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess.Holdings;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>Puts together all that is held about one person.</summary>
internal sealed class CopyOfAll(IDbContextFactory<BotDbContext> contexts, IEnumerable<IHolding> holdings)
{
    public async Task<Copy> GatherAsync(DataSubject subject, IReadOnlySet<string> released, bool withFiles, CancellationToken cancellationToken)
    {
        var withheld = new Withheld(released);
        var asked = new Asked(subject, new Discretion(subject, withheld), withheld, withFiles ? [] : null);
        var sections = new List<Section>();
        foreach (var holding in holdings)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            sections.Add(new Section(holding.Title, holding.Purpose, await holding.FindAsync(db, asked, cancellationToken)));
        }

        return new Copy(subject, sections, withheld.Items, asked.Files ?? []);
    }
}

/// <summary>All that is held about one person.</summary>
/// <param name="Withheld">For whoever answers the request only.</param>
internal sealed record Copy(DataSubject Subject, IReadOnlyList<Section> Sections, IReadOnlyList<Withheld.Item> Withheld, IReadOnlyList<PictureFile> Files)
{
    public bool IsEmpty => Sections.All(section => section.Entries.Count == 0);
}

internal sealed record Section(string Title, string Purpose, IReadOnlyList<JsonObject> Entries);
