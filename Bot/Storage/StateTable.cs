namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// The rows of <see cref="BotStateRow"/> in plain SQL: they are read and written in every turn, and there is nothing to track.
/// </summary>
internal abstract class StateTable : IAsyncDisposable
{
    protected const string Select = """SELECT "Json", "ETag" FROM "BotStates" WHERE "Key" = @key""";

    protected const string Upsert =
        """
        INSERT INTO "BotStates" ("Key", "Json", "ETag") VALUES (@key, @json, @etag)
        ON CONFLICT ("Key") DO UPDATE SET "Json" = excluded."Json", "ETag" = excluded."ETag"
        """;

    protected const string Update = """UPDATE "BotStates" SET "Json" = @json, "ETag" = @etag WHERE "Key" = @key AND "ETag" = @expected""";

    protected const string Delete = """DELETE FROM "BotStates" WHERE "Key" = @key""";

    public abstract Task<StoredState?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes whatever is there (<paramref name="expected"/> is <c>null</c>), or only over the version that was read.</summary>
    /// <returns><c>false</c> when another version is there, or none any more.</returns>
    public abstract Task<bool> WriteAsync(string key, StoredState state, string? expected, CancellationToken cancellationToken);

    public abstract Task DeleteAsync(string key, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

internal readonly record struct StoredState(string Json, string ETag);
