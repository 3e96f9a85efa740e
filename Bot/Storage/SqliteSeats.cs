using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// How many connections to a SQLite file are open at once. There is one writer at a time anyway, and a connection that waits inside
/// SQLite keeps a thread and its own memory; one that waits here keeps neither.
/// </summary>
/// <param name="patience">
/// Who has waited so long opens all the same: it may itself be what the others wait for, by using two connections at once.
/// </param>
internal sealed class SqliteSeats(int seats, TimeSpan patience) : DbConnectionInterceptor
{
    private readonly SemaphoreSlim _free = new(seats, seats);
    private readonly ConditionalWeakTable<DbConnection, object> _seated = [];

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (await _free.WaitAsync(patience, cancellationToken))
        {
            _seated.AddOrUpdate(connection, _free);
        }

        return result;
    }

    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    public override Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private void Leave(DbConnection connection)
    {
        if (_seated.Remove(connection))
        {
            _free.Release();
        }
    }
}
