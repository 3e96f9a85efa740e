using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// A usual screenshot is hashed while its sender waits, which takes a moment. A large photograph is hashed here, afterwards: one at a time,
/// within the budget of pixels that all decoding shares.
/// </summary>
internal sealed class LaterHashes(EvidenceRecords records, EvidenceVault vault, PictureHash hash, TimeProvider time)
{
    /// <summary>Larger files come here.</summary>
    public const long LargeBytes = 4 * 1024 * 1024;

    /// <summary>Larger pictures come here, however small their files are.</summary>
    public const long LargePixels = 12_000_000;

    /// <summary>What came earlier has been tried, or whoever decides has looked at it by now.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    // A picture without words gets no hash, and would come again for ever. After a restart each is tried once more.
    private readonly HashSet<EvidenceId> _tried = [];

    /// <summary>Not to be called by two at once.</summary>
    /// <returns>Those that have one now.</returns>
    public async Task<IReadOnlyList<EvidenceRecord>> WorkOutAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Back;
        var large = await records.ListWithoutHashAsync(LargeBytes, LargePixels, since, cancellationToken);
        _tried.IntersectWith(large.Select(record => record.Id));
        var hashed = new List<EvidenceRecord>();
        foreach (var record in large.Where(record => !_tried.Contains(record.Id)))
        {
            if (await WorkOutAsync(record, cancellationToken) is { } found
                && await records.AddHashAsync(record.Id, found, cancellationToken))
            {
                hashed.Add(record with { PictureHash = found });
            }

            _tried.Add(record.Id);
        }

        return hashed;
    }

    private async Task<ulong?> WorkOutAsync(EvidenceRecord record, CancellationToken cancellationToken)
    {
        await using var content = await vault.OpenAsync(record.Practice, record.Id, cancellationToken);
        return content is null ? null : await hash.OfAsync(content, cancellationToken);
    }
}
