using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// What was found and told. The same finding is told once, and again only when it has changed or a week has gone by; one that is not
/// found any more is forgotten, so that it would be told anew. What is written down and the alert that is owed are one transaction.
/// </summary>
internal sealed class FindingLedger(IDbContextFactory<BotDbContext> contexts, OutboxSignal signal, TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(7);

    /// <returns>How many findings are told now. All of one night are told in one alert.</returns>
    public async Task<int> TellAsync(PracticeId practice, IReadOnlyList<CustodyFinding> findings, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await db.CustodyFindings.Where(row => row.Practice == practice).ToListAsync(cancellationToken);
        db.CustodyFindings.RemoveRange(known.ExceptBy(findings.Select(finding => finding.Subject), row => row.Subject));
        var told = findings.Count(finding => Note(db, practice, known, finding, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.IsDuplicate())
        {
            // Another instance, whose lease had run out, was just telling the same.
            return 0;
        }

        if (told > 0)
        {
            await OutboxTable.AddAsync(db, [OutboxRows.From(CustodyAnnouncer.Owe(practice, now), now)], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        signal.Ring();
        return told;
    }

    /// <summary>What was told at one time.</summary>
    public async Task<IReadOnlyList<CustodyFindingRow>> ListToldAsync(PracticeId practice, string? detail, CancellationToken cancellationToken)
    {
        if (!long.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
        {
            return [];
        }

        var told = new DateTimeOffset(ticks, TimeSpan.Zero);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CustodyFindings.AsNoTracking().Where(row => row.Practice == practice && row.ToldAt == told)
            .OrderBy(row => row.Reference).ThenBy(row => row.Subject)
            .ToListAsync(cancellationToken);
    }

    /// <returns>Whether it is to be told now.</returns>
    private static bool Note(BotDbContext db, PracticeId practice, List<CustodyFindingRow> known, CustodyFinding finding, DateTimeOffset now)
    {
        if (known.Find(row => row.Subject == finding.Subject) is not { } row)
        {
            db.CustodyFindings.Add(new CustodyFindingRow
            {
                Practice = practice,
                Subject = finding.Subject,
                Kind = finding.Kind,
                CaseId = finding.Case,
                Reference = finding.Reference,
                Evidence = finding.File?.Id,
                Sha256 = finding.File?.Sha256,
                Place = finding.Place,
                ToldAt = now,
            });
            return true;
        }

        if ((row.Kind, row.Place) == (finding.Kind, finding.Place) && now - row.ToldAt < Again)
        {
            return false;
        }

        (row.Kind, row.Place, row.ToldAt) = (finding.Kind, finding.Place, now);
        return true;
    }
}
