using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Makes of one message to a role one message to each person, or copy, that the role means at this moment.</summary>
internal sealed class RoleExpansion(
    IDbContextFactory<BotDbContext> contexts, ApproverDirectory approvers, CaseStore cases, OutboxSignal signal, TimeProvider time)
{
    /// <returns>
    /// <c>false</c> when there is nobody at present, or a copy is just being sent, or more may belong to the role than are known yet (those
    /// who are known get theirs now): try again later.
    /// </returns>
    public async Task<bool> ExpandAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Recipient == OutboxRecipient.EarlierCopies)
        {
            return await CopiesAsync(row, cancellationToken) is { } copies && await EndAsync(row, copies, cancellationToken);
        }

        var (people, isComplete) = await PeopleAsync(row, cancellationToken);
        OutboxRow[] children = [.. people.Select(person => Child(row, OutboxRecipient.Person, person, null, row.Detail))];
        if (isComplete)
        {
            return children.Length > 0 && await EndAsync(row, children, cancellationToken);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await OutboxTable.AddAsync(db, children, cancellationToken);
        return false;
    }

    /// <summary>
    /// A message to those who may decide a case goes to these too, if they have not had it. Nothing happens before it went to the first.
    /// </summary>
    public async Task ExpandAgainAsync(Case @case, string kind, IReadOnlyList<PersonId> people, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Outbox.AsNoTracking().FirstOrDefaultAsync(
            r => r.Practice == @case.Practice && r.CaseId == @case.Id && r.Kind == kind && r.Recipient == OutboxRecipient.Approvers
                && r.State == OutboxState.Expanded,
            cancellationToken);
        if (row is null)
        {
            return;
        }

        var had = await db.Outbox.Where(r => r.ExpandedFrom == row.Id).Select(r => r.Person).ToListAsync(cancellationToken);
        var late = people.Where(person => !had.Contains(person))
            .Select(person => Child(row, OutboxRecipient.Person, person, null, row.Detail, since: time.GetUtcNow()));
        if (await OutboxTable.AddAsync(db, late, cancellationToken) > 0)
        {
            signal.Ring();
        }
    }

    /// <returns>For whom something waits because they had left the team when it was to be sent.</returns>
    public async Task<IReadOnlyList<PersonId>> WhoHadLeftAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.Outbox.Where(row => row.Practice == practice && row.State == OutboxState.Waiting && row.LastError == OutboxFailures.Left)
            .Select(row => row.Person)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. people.OfType<PersonId>()];
    }

    /// <summary>What waits for these people becomes due.</summary>
    public async Task ReleaseAsync(PracticeId practice, IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var person in people)
        {
            await OutboxTable.ReleaseAsync(db, practice, person, time.GetUtcNow(), cancellationToken);
            signal.Ring();
        }
    }

    /// <summary>The role's message is done with; each of these has one of their own now, and whoever had one before keeps that.</summary>
    private async Task<bool> EndAsync(OutboxRow row, IEnumerable<OutboxRow> children, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await OutboxTable.EndAsync(db, row, OutboxState.Expanded, null, time.GetUtcNow(), cancellationToken))
        {
            await OutboxTable.AddAsync(db, children, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            OutboxTrace.Ended(row, OutboxTrace.Expanded);
        }

        return true;
    }

    private async Task<(IEnumerable<PersonId> People, bool IsComplete)> PeopleAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var all = await approvers.GetAsync(row.Practice, cancellationToken);
        if (row.Recipient == OutboxRecipient.AllApprovers)
        {
            return (all.All.Select(person => person.Id), all.IsComplete);
        }

        var @case = row.CaseId is { } id ? await cases.FindAsync(row.Practice, id, cancellationToken) : null;
        return (@case is null ? [] : all.For(@case).Select(person => person.Id), all.IsComplete);
    }

    /// <returns><c>null</c> while a message of this kind is on its way: it may have been drawn before the change.</returns>
    private async Task<IReadOnlyList<OutboxRow>?> CopiesAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var onTheirWay = await db.Outbox.AnyAsync(
            r => r.CaseId == row.CaseId && r.Kind == row.Kind && r.Id != row.Id && r.Recipient == OutboxRecipient.Person
                && r.State == OutboxState.Pending && r.LeasedUntil > now,
            cancellationToken);
        if (onTheirWay)
        {
            return null;
        }

        var copies = await db.CardCopies.AsNoTracking()
            .Where(copy => copy.Practice == row.Practice && copy.Kind == row.Kind && copy.CaseId == row.CaseId
                && (row.Detail == null || copy.Detail == row.Detail))
            .ToListAsync(cancellationToken);
        return [.. copies.Select(copy => Child(row, OutboxRecipient.Copy, copy.Person, copy.Id, row.Detail ?? copy.Detail))];
    }

    private OutboxRow Child(OutboxRow row, OutboxRecipient recipient, PersonId? person, long? copy, string? detail, DateTimeOffset? since = null) => new()
    {
        Practice = row.Practice,
        DedupeKey = recipient switch
        {
            OutboxRecipient.Person => $"{row.DedupeKey}/{person}",
            OutboxRecipient.Copy => string.Create(CultureInfo.InvariantCulture, $"{row.DedupeKey}/{copy}"),
            _ => throw new UnreachableException(),
        },
        Kind = row.Kind,
        Recipient = recipient,
        Person = person,
        Copy = copy,
        CaseId = row.CaseId,
        Detail = detail,
        Urgent = row.Urgent,
        OwedSince = since ?? row.OwedSince,
        ExpandedFrom = row.Id,
        TraceParent = OutboxTrace.Here ?? row.TraceParent,
        DueAt = time.GetUtcNow(),
    };
}
