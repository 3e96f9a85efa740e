using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// SQLite has one writer at a time anyway, so one connection with prepared statements serves all turns, one after the other; each
/// statement takes some tens of microseconds.
/// </summary>
internal sealed class SqliteStateTable(IOptions<StorageOptions> options) : StateTable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private SqliteConnection? _connection;
    private SqliteCommand? _select;
    private SqliteCommand? _upsert;
    private SqliteCommand? _update;
    private SqliteCommand? _delete;

    public override Task<StoredState?> ReadAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                var command = Prepare(ref _select, Select, "@key");
                command.Parameters[0].Value = key;
                using var reader = command.ExecuteReader();
                return reader.Read() ? new StoredState(reader.GetString(0), reader.GetString(1)) : (StoredState?)null;
            },
            cancellationToken);

    public override Task<bool> WriteAsync(string key, StoredState state, string? expected, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                var command = expected is null
                    ? Prepare(ref _upsert, Upsert, "@key", "@json", "@etag")
                    : Prepare(ref _update, Update, "@key", "@json", "@etag", "@expected");
                command.Parameters[0].Value = key;
                command.Parameters[1].Value = state.Json;
                command.Parameters[2].Value = state.ETag;
                if (expected is not null)
                {
                    command.Parameters[3].Value = expected;
                }

                return command.ExecuteNonQuery() == 1;
            },
            cancellationToken);

    public override Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                var command = Prepare(ref _delete, Delete, "@key");
                command.Parameters[0].Value = key;
                return command.ExecuteNonQuery();
            },
            cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _select, _upsert, _update, _delete }.OfType<SqliteCommand>())
        {
            await command.DisposeAsync();
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _turn.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private SqliteCommand Prepare(ref SqliteCommand? command, string sql, params ReadOnlySpan<string> parameters)
    {
        if (command is not null)
        {
            return command;
        }

        var prepared = Connection().CreateCommand();
        prepared.CommandText = sql;
        foreach (var parameter in parameters)
        {
            prepared.Parameters.Add(parameter, SqliteType.Text);
        }

        prepared.Prepare();
        return command = prepared;
    }

    private SqliteConnection Connection()
    {
        if (_connection is null)
        {
            var connection = new SqliteConnection(Databases.SqliteConnectionString(options.Value.Path));
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = SqlitePragmas.Statements;
            pragmas.ExecuteNonQuery();
            _connection = connection;
        }

        return _connection;
    }
}
