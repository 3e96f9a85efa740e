using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The append-only, hash-chained events of a case.</summary>
internal static class CaseLog
{
    /// <summary>
    /// Appends an event. The caller's transaction must already hold the case's row (it inserted or updated it), so that no two
    /// events can follow the same one.
    /// </summary>
    public static async Task AppendAsync(BotDbContext db, CaseId @case, CaseEvent @event, CancellationToken cancellationToken)
    {
        var last = await db.Cases.Where(row => row.Id == @case)
            .Select(row => new { row.LastSequence, row.LastHash })
            .SingleAsync(cancellationToken);
        var json = CaseJson.Write(@event);
        var hash = CaseChain.Hash(last.LastHash, json);
        var sequence = last.LastSequence + 1;
        db.CaseEvents.Add(new CaseEventRow
        {
            CaseId = @case,
            Sequence = sequence,
            Json = json,
            PreviousHash = last.LastHash,
            Hash = hash,
            Actor = @event.Actor,
            At = @event.At,
        });
        await db.Cases.Where(row => row.Id == @case).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.LastSequence, sequence).SetProperty(r => r.LastHash, hash),
            cancellationToken);
    }

    /// <summary>Recomputes every hash of a case's events, from the first to the end that the case remembers.</summary>
    public static async Task<ChainVerdict> VerifyAsync(BotDbContext db, CaseId @case, CancellationToken cancellationToken)
    {
        var end = await db.Cases.AsNoTracking().Where(row => row.Id == @case)
            .Select(row => new { row.LastSequence, row.LastHash })
            .SingleOrDefaultAsync(cancellationToken);
        var rows = await db.CaseEvents.AsNoTracking().Where(row => row.CaseId == @case)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        var (sequence, hash) = (0, CaseChain.Start);
        foreach (var row in rows)
        {
            sequence++;
            if (row.Sequence != sequence || row.PreviousHash != hash || !IsSound(row))
            {
                return new ChainVerdict.Broken(sequence);
            }

            hash = row.Hash;
        }

        return end is not null && end.LastSequence == sequence && end.LastHash == hash
            ? new ChainVerdict.Intact(sequence)
            : new ChainVerdict.Broken(sequence + 1);
    }

    private static bool IsSound(CaseEventRow row)
    {
        if (CaseChain.Hash(row.PreviousHash, row.Json) != row.Hash)
        {
            return false;
        }

        var @event = CaseJson.ReadEvent(row.Json);
        return @event.Actor == row.Actor && @event.At == row.At;
    }
}
