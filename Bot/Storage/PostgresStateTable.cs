using System.Data.Common;
using Npgsql;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>PostgreSQL, over the process's pool of connections, on which the statements stay prepared.</summary>
internal sealed class PostgresStateTable(DbDataSource source) : StateTable
{
    public override Task<StoredState?> ReadAsync(string key, CancellationToken cancellationToken) => RunAsync(
        Select,
        [("key", key)],
        async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) ? new StoredState(reader.GetString(0), reader.GetString(1)) : (StoredState?)null;
        },
        cancellationToken);

    public override async Task<bool> WriteAsync(string key, StoredState state, string? expected, CancellationToken cancellationToken)
    {
        var (sql, parameters) = expected is null
            ? (Upsert, new[] { ("key", key), ("json", state.Json), ("etag", state.ETag) })
            : (Update, [("key", key), ("json", state.Json), ("etag", state.ETag), ("expected", expected)]);
        return await RunAsync(sql, parameters, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken) == 1;
    }

    public override Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(Delete, [("key", key)], command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    // The pool is the process's, and goes with it.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What is prepared stays so on its connection: from the second time on, preparing asks nobody.</summary>
    private async Task<T> RunAsync<T>(
        string sql, (string Name, string Value)[] parameters, Func<NpgsqlCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.PrepareAsync(cancellationToken);
        return await run(command);
    }
}
