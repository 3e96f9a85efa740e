using Azure.Core;
using Azure.Identity;
using Npgsql;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>The process's one pool of connections to PostgreSQL: with the password of its connection string, or with the bot's identity.</summary>
/// <remarks>
/// Entra's tokens take the place of a password: https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-connect-with-managed-identity.
/// The identity is asked for each new connection, not by a timer: it keeps its token itself and renews it in time, so that asking costs
/// nothing, and a connection never gets a token that ran out between two ticks.
/// </remarks>
internal static class PostgresSource
{
    private const string Scope = "https://ossrdbms-aad.database.windows.net/.default";
    private static readonly TokenRequestContext What = new([Scope]);

    /// <param name="identity">Asked when the connection string names no password; <c>null</c>: nobody is.</param>
    public static NpgsqlDataSource Open(string connectionString, TokenCredential? identity)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        if (identity is not null && HasNoPassword(builder.ConnectionStringBuilder))
        {
            builder.UsePasswordProvider(
                _ => Token(() => identity.GetToken(What, CancellationToken.None)),
                async (_, cancellationToken) => await TokenAsync(() => identity.GetTokenAsync(What, cancellationToken)));
        }

        return builder.Build();
    }

    /// <summary>Only a managed identity signs in to the database by itself; an app registration's secret is for Teams alone.</summary>
    public static TokenCredential? IdentityFrom(IConfiguration configuration, IHostEnvironment environment) =>
        "UserAssignedMSI".Equals(configuration["MicrosoftAppType"], StringComparison.OrdinalIgnoreCase)
            ? CloudIdentity.For(configuration, environment)
            : null;

    private static bool HasNoPassword(NpgsqlConnectionStringBuilder connection) =>
        string.IsNullOrEmpty(connection.Password) && string.IsNullOrEmpty(connection.Passfile);

    private static string Token(Func<AccessToken> ask)
    {
        try
        {
            return ask().Token;
        }
        catch (AuthenticationFailedException exception)
        {
            throw new DatabaseTokenException(exception);
        }
    }

    private static async Task<string> TokenAsync(Func<ValueTask<AccessToken>> ask)
    {
        try
        {
            return (await ask()).Token;
        }
        catch (AuthenticationFailedException exception)
        {
            throw new DatabaseTokenException(exception);
        }
    }
}
