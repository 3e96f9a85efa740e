using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Numbers have no gaps, so a number without a case and without a certificate is a case that somebody made disappear. And a certificate
/// must be what was written, of a case of which nothing is left.
/// </summary>
internal sealed class NumberCheck(IDbContextFactory<BotDbContext> contexts)
{
    public async Task<CheckReport> RunAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // The counters first: a case that is opened meanwhile is then one too many, never one too few.
        var counters = await db.CaseNumbers.AsNoTracking().Where(row => row.Practice == practice).ToListAsync(cancellationToken);
        var numbers = await db.Cases.Where(row => row.Practice == practice).Select(row => new { row.Year, row.Number }).ToListAsync(cancellationToken);
        var certificates = await db.Certificates.AsNoTracking().Where(row => row.Practice == practice).ToListAsync(cancellationToken);
        var there = numbers.Select(row => (row.Year, row.Number)).Concat(certificates.Select(row => (row.Year, row.Number))).ToHashSet();
        var missing = counters
            .SelectMany(counter => Enumerable.Range(1, counter.Last).Select(number => (counter.Year, Number: number)))
            .Where(number => !there.Contains(number))
            .Select(number => Missing(number.Year, number.Number));
        var broken = new List<CustodyFinding>();
        foreach (var certificate in certificates)
        {
            if (!IsSound(certificate) || await IsThereStillAsync(db, certificate.CaseId, cancellationToken))
            {
                broken.Add(new CustodyFinding(FindingKind.CertificateBroken, $"certificate/{certificate.CaseId}")
                {
                    Reference = ReferenceOf(certificate.Year, certificate.Number),
                });
            }
        }

        return new CheckReport(0, 0, 0, certificates.Count, [.. missing, .. broken]);
    }

    private static bool IsSound(CertificateRow row)
    {
        try
        {
            var certificate = CaseJson.ReadCertificate(row.Document);
            return CaseChain.Hash(certificate.ChainEnd, row.Document) == row.Hash
                && (certificate.Case, certificate.Practice, certificate.PurgedAt) == (row.CaseId, row.Practice, row.PurgedAt)
                && (certificate.Reference.Year, certificate.Reference.Number) == (row.Year, row.Number)
                && (!certificate.ChainIntact || certificate.Events[^1] == certificate.ChainEnd);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<bool> IsThereStillAsync(BotDbContext db, CaseId @case, CancellationToken cancellationToken) =>
        await db.Cases.AnyAsync(row => row.Id == @case, cancellationToken)
        || await db.CaseEvents.AnyAsync(row => row.CaseId == @case, cancellationToken);

    private static CustodyFinding Missing(int year, int number) =>
        new(FindingKind.CaseMissing, $"number/{ReferenceOf(year, number)}") { Reference = ReferenceOf(year, number) };

    /// <summary>Without its prefix, which only the case knew.</summary>
    private static string ReferenceOf(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{number:0000}");
}
