using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The SQLite file; its folder is made when it is missing. Relative to the working directory.</summary>
    public string Path { get; set; } = "data/rowcroft.db";

    /// <summary>
    /// How PostgreSQL is reached. Required with <see cref="DatabaseProvider.Postgres"/>; a secret if it holds a password. Without one, a bot
    /// that is a managed identity signs in with Entra's token.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Whether the process itself migrates PostgreSQL before anything else, as it always does with SQLite: for one instance, or for the
    /// slot that is brought up to date before it takes over.
    /// </summary>
    public bool MigrateAtStart { get; set; }

    internal sealed class Validator : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options) => options switch
        {
            { Provider: DatabaseProvider.Sqlite } when string.IsNullOrWhiteSpace(options.Path) =>
                ValidateOptionsResult.Fail("Storage:Path must name the SQLite file, for example data/rowcroft.db."),
            { Provider: DatabaseProvider.Postgres } when string.IsNullOrWhiteSpace(options.ConnectionString) =>
                ValidateOptionsResult.Fail("Storage:ConnectionString must be set when Storage:Provider is Postgres."),
            _ when !Enum.IsDefined(options.Provider) =>
                ValidateOptionsResult.Fail("Storage:Provider must be Sqlite or Postgres."),
            _ => ValidateOptionsResult.Success,
        };
    }
}

internal enum DatabaseProvider
{
    /// <summary>One file, for one instance of the bot.</summary>
    Sqlite,

    /// <summary>A server, for any number of instances.</summary>
    Postgres,
}
