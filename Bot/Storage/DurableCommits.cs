using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// On SQLite, a transaction that has returned outlives a power cut. A single statement outside of one (a lease, an address, an attempt)
/// outlives the process only: after a power cut it is done again, or learned again.
/// </summary>
internal sealed class DurableCommits(WalFlush flush) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        flush.RunAsync();
}
