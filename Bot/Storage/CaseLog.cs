using System.Text.Json;
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
        var next = Next(@case, last.LastSequence, last.LastHash, @event);
        db.CaseEvents.Add(next);
        await db.Cases.Where(row => row.Id == @case).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.LastSequence, next.Sequence).SetProperty(r => r.LastHash, next.Hash),
            cancellationToken);
    }

    /// <summary>A new case and its first events, all stored when the caller saves.</summary>
    public static void Begin(BotDbContext db, CaseRow @case, IEnumerable<CaseEvent> events)
    {
        db.Cases.Add(@case);
        foreach (var @event in events)
        {
            var next = Next(@case.Id, @case.LastSequence, @case.LastHash, @event);
            (@case.LastSequence, @case.LastHash) = (next.Sequence, next.Hash);
            db.CaseEvents.Add(next);
        }
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

    private static CaseEventRow Next(CaseId @case, int lastSequence, string lastHash, CaseEvent @event)
    {
        var json = CaseJson.Write(@event);
        return new CaseEventRow
        {
            CaseId = @case,
            Sequence = lastSequence + 1,
            Json = json,
            PreviousHash = lastHash,
            Hash = CaseChain.Hash(lastHash, json),
            Actor = @event.Actor,
            At = @event.At,
        };
    }

    private static bool IsSound(CaseEventRow row)
    {
        if (CaseChain.Hash(row.PreviousHash, row.Json) != row.Hash)
        {
            return false;
        }

        try
        {
            var @event = CaseJson.ReadEvent(row.Json);
            return @event.Actor == row.Actor && @event.At == row.At;
        }
        catch (JsonException)
        {
            // Changed, and the hash with it: no event of ours reads like this.
            return false;
        }
    }
}
