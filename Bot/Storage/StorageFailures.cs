using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>What a database's error means, whichever database it is.</summary>
internal static class StorageFailures
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private const string Away = "PostgreSQL does not answer. Storage:ConnectionString says where it should be.";

    /// <summary>A row with the same unique key was there already.</summary>
    public static bool IsDuplicate(this DbUpdateException exception) => exception.InnerException is DbException inner && inner.IsDuplicate();

    /// <inheritdoc cref="IsDuplicate(DbUpdateException)"/>
    public static bool IsDuplicate(this DbException exception) => exception is SqliteException sqlite
        ? sqlite.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique
        : exception.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <summary>Whether something failed because of what the database said, or because it did not answer.</summary>
    public static bool IsCauseOf(Exception exception) => Causes(exception).Any(cause => cause is DbException or DatabaseTokenException);

    /// <summary>Why PostgreSQL cannot be used, in one sentence that names the setting and no secret, address or name.</summary>
    /// <returns><c>null</c> when the database is not the reason.</returns>
    public static string? SentenceFor(Exception exception) => Causes(exception).Select(cause => cause switch
    {
        DatabaseTokenException => DatabaseTokenException.Sentence,
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections } => Away,
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refusal =>
            $"PostgreSQL refuses the bot's sign-in ({refusal.SqlState}): the user in Storage:ConnectionString must be a role of the database that may sign in.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            "PostgreSQL does not have the database that Storage:ConnectionString names.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            "The role in Storage:ConnectionString may not do what the bot must: grant it usage and create on the schema public, and its tables.",
        PostgresException refusal => $"PostgreSQL refuses what the bot needs at start ({refusal.SqlState}).",
        NpgsqlException => Away,
        _ => null,
    }).FirstOrDefault(sentence => sentence is not null);

    /// <summary>The exception and what is inside it, the innermost first: libraries wrap what the database said.</summary>
    private static IEnumerable<Exception> Causes(Exception exception)
    {
        var causes = new Stack<Exception>();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            causes.Push(cause);
        }

        return causes;
    }
}
