using Microsoft.Extensions.Options;
using Npgsql;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>PostgreSQL, over a pool of connections on which the statements stay prepared.</summary>
internal sealed class PostgresStateTable(IOptions<StorageOptions> options) : StateTable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { MaxAutoPrepare = 8, AutoPrepareMinUsages = 2 });

    public override async Task<StoredState?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = Command(Select, ("key", key));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new StoredState(reader.GetString(0), reader.GetString(1)) : null;
    }

    public override async Task<bool> WriteAsync(string key, StoredState state, string? expected, CancellationToken cancellationToken)
    {
        await using var command = expected is null
            ? Command(Upsert, ("key", key), ("json", state.Json), ("etag", state.ETag))
            : Command(Update, ("key", key), ("json", state.Json), ("etag", state.ETag), ("expected", expected));
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    public override async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = Command(Delete, ("key", key));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private NpgsqlCommand Command(string sql, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var command = _source.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
