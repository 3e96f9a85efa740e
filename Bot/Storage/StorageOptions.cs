using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The SQLite file; its folder is made when it is missing. Relative to the working directory.</summary>
    public string Path { get; set; } = "data/rowcroft.db";

    /// <summary>How PostgreSQL is reached. Required with <see cref="DatabaseProvider.Postgres"/>; a secret.</summary>
    public string ConnectionString { get; set; } = "";

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
