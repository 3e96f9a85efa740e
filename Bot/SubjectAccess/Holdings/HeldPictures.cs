using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SubjectAccess.Holdings;

/// <summary>Screenshots that the person sent, and redacted copies that they made. The files only when they are asked for, and only their own.</summary>
internal sealed class HeldPictures(PictureFiles files) : IHolding
{
    public string Title => "Screenshots that you sent";

    public string Purpose => "What the bot knows of each file that you sent, and of each redacted copy that you made.";

    public IReadOnlyCollection<Type> Tables => [typeof(EvidenceRow)];

    public async Task<IReadOnlyList<JsonObject>> FindAsync(BotDbContext db, Asked asked, CancellationToken cancellationToken)
    {
        var (practice, person) = (asked.Subject.Practice, asked.Subject.Id);
        var rows = await db.Evidence.AsNoTracking().Where(row => row.Practice == practice && row.Reporter == person)
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.Sha256).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var told = new List<JsonObject>();
        foreach (var row in rows)
        {
            var record = asked.Discretion.Tell(row, string.Create(CultureInfo.InvariantCulture, $"screenshots/{row.Id}"), row.Reporter, row.Reporter);
            record["file"] = File(row, asked);
            told.Add(record);
        }

        return told;
    }

    private string File(EvidenceRow row, Asked asked)
    {
        if (row is { RedactionOf: not null })
        {
            return "(not given: it shows what another person sent, or you have it as your own)";
        }

        if (row.State != EvidenceState.Kept)
        {
            return row.State == EvidenceState.Purged ? "(it was deleted for good)" : "(not given: it has not been checked for harmful software yet)";
        }

        if (asked.Files is not { } wanted)
        {
            return "(not in this copy: ask for it if you want it)";
        }

        var file = files.Of(row, wanted.Count + 1);
        wanted.Add(file);
        asked.Withheld.Note(
            $"screenshots/{row.Id}/file", "The picture shows what somebody posted, and perhaps other people. It is in the copy: look at it before you hand it over.", file.Path);
        return file.Path;
    }
}
