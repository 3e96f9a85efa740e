using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>What is kept of cases that were purged.</summary>
internal sealed class Certificates(IDbContextFactory<BotDbContext> contexts)
{
    /// <returns><c>null</c> when no case of this reference was purged.</returns>
    public async Task<PurgeCertificate?> FindAsync(PracticeId practice, CaseReference reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await db.Certificates
            .Where(row => row.Practice == practice && row.Year == reference.Year && row.Number == reference.Number)
            .Select(row => row.Document)
            .SingleOrDefaultAsync(cancellationToken);
        return document is not null && CaseJson.ReadCertificate(document) is { } found && found.Reference == reference ? found : null;
    }
}
