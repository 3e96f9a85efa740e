using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Npgsql;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Tests.Storage;

/// <summary>PostgreSQL without a password: the server asks for one, and gets what the bot's identity is given as a token.</summary>
public sealed class PostgresIdentityTests : IAsyncLifetime
{
    private LockedPostgres? _server;

    public Task InitializeAsync() => Task.CompletedTask;

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Token_Takes_The_Place_Of_A_Password(bool synchronously)
    {
        var identity = new Identity("token-1");
        await using var source = PostgresSource.Open((await ServerAsync("token-1")).ConnectionString(), identity);

        Assert.Equal("bot", await WhoAsync(source, synchronously));

        Assert.Equal(["https://ossrdbms-aad.database.windows.net/.default"], identity.AskedFor);
    }

    [SkippableFact]
    public async Task A_New_Token_Is_Taken_For_New_Connections_And_Older_Ones_Go_On()
    {
        var server = await ServerAsync("token-1");
        var identity = new Identity("token-1");
        await using var source = PostgresSource.Open(server.ConnectionString(), identity);
        await using var older = await source.OpenConnectionAsync();

        await server.RunAsync("ALTER ROLE bot PASSWORD 'token-2'");
        identity.Token = "token-2";

        Assert.Equal("bot", await WhoAsync(source));
        await using var command = new NpgsqlCommand("SELECT current_user::text", older);
        Assert.Equal("bot", await command.ExecuteScalarAsync());
    }

    [SkippableFact]
    public async Task A_Token_That_The_Server_Does_Not_Take_Is_One_Sentence()
    {
        await using var source = PostgresSource.Open((await ServerAsync("token-1")).ConnectionString(), new Identity("of somebody else"));

        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => WhoAsync(source));

        Assert.StartsWith("PostgreSQL refuses the bot's sign-in (28P01): the user in Storage:ConnectionString", StorageFailures.SentenceFor(failure), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_A_Token_It_Is_One_Sentence_That_Gives_Nothing_Away(bool synchronously)
    {
        var identity = new Identity(null);
        await using var source = PostgresSource.Open((await ServerAsync("token-1")).ConnectionString(), identity);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => WhoAsync(source, synchronously));
        Assert.Equal(DatabaseTokenException.Sentence, StorageFailures.SentenceFor(failure));

        identity.Token = "token-1";
        Assert.Equal("bot", await WhoAsync(source));
    }

    [SkippableFact]
    public async Task With_A_Password_Nobody_Is_Asked_For_A_Token()
    {
        var identity = new Identity("of somebody else");
        await using var source = PostgresSource.Open((await ServerAsync("secret")).ConnectionString("secret"), identity);

        Assert.Equal("bot", await WhoAsync(source));

        Assert.Empty(identity.AskedFor);
    }

    [Theory]
    [InlineData("UserAssignedMSI", true)]
    [InlineData("userassignedmsi", true)]
    [InlineData("SingleTenant", false)]
    [InlineData(null, false)]
    public void Only_A_Managed_Identity_Signs_In_By_Itself(string? type, bool signsIn)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppType", type), new("MicrosoftAppId", "id")]).Build();

        var identity = PostgresSource.IdentityFrom(configuration, new HostingEnvironment { EnvironmentName = Environments.Production });

        Assert.Equal(signsIn, identity is ManagedIdentityCredential);
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        return Task.CompletedTask;
    }

    private static async Task<string?> WhoAsync(NpgsqlDataSource source, bool synchronously = false)
    {
        await using var connection = synchronously ? source.OpenConnection() : await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT current_user::text", connection);
        return (string?)await command.ExecuteScalarAsync();
    }

    private async Task<LockedPostgres> ServerAsync(string password)
    {
        _server = LockedPostgres.Require();
        _server.Start();
        await _server.AddBotAsync(password);
        return _server;
    }

    /// <summary>A managed identity, as far as anybody asks it; <c>null</c>: it gets no token.</summary>
    private sealed class Identity(string? token) : TokenCredential
    {
        public string? Token { get; set; } = token;

        public List<string> AskedFor { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            AskedFor.AddRange(requestContext.Scopes);
            return Token is null ? throw new AuthenticationFailedException("secret detail") : new AccessToken(Token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
