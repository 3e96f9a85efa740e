using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Storage;

/// <summary>The key ring in the database, locked with a key in Key Vault.</summary>
public sealed class KeyRingTests
{
    private static readonly byte[] Secret = "a file's key"u8.ToArray();

    [SkippableTheory, BothDatabases]
    public async Task What_Is_In_The_Database_Holds_No_Key_And_A_Restart_Reads_It(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var vault = await LoopbackKeyVault.StartAsync();

        var kept = await ProtectAsync(database, vault);

        var entry = Assert.Single(await EntriesAsync(database));
        Assert.DoesNotContain("masterKey", entry, StringComparison.Ordinal);
        Assert.Contains($"kid=\"{LoopbackKeyVault.Key}/v1\"", entry, StringComparison.Ordinal);
        Assert.Equal(Secret, await OpenAsync(database, vault, kept));
    }

    [Fact]
    public async Task A_Newer_Version_Of_The_Key_Leaves_Older_Entries_Readable()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var vault = await LoopbackKeyVault.StartAsync();
        var old = await ProtectAsync(database, vault);
        vault.Rotate();

        await using (var services = Services(database, vault))
        {
            await StartAsync(services);
            services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        }

        Assert.Equal(["v1", "v2"], (await EntriesAsync(database)).Select(entry => entry.Contains("/v1\"", StringComparison.Ordinal) ? "v1" : "v2").Order());
        Assert.Equal(Secret, await OpenAsync(database, vault, old));
    }

    [Fact]
    public async Task A_Ring_That_Lay_Open_Is_Locked_At_Start()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var vault = await LoopbackKeyVault.StartAsync();
        var old = await ProtectAsync(database, vault: null);
        Assert.Contains("masterKey", Assert.Single(await EntriesAsync(database)), StringComparison.Ordinal);

        Assert.Equal(Secret, await OpenAsync(database, vault, old));

        Assert.DoesNotContain("masterKey", Assert.Single(await EntriesAsync(database)), StringComparison.Ordinal);
        Assert.Equal(Secret, await OpenAsync(database, vault, old));
    }

    [Theory]
    [InlineData(403, "Key Vault Crypto User")]
    [InlineData(404, "does not have the key")]
    [InlineData(429, "asked too often")]
    [InlineData(302, "answers wrapkey with 302")]
    public async Task Without_Key_Vault_Nothing_Begins_And_Nothing_Lies_Open(int status, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var vault = await LoopbackKeyVault.StartAsync();
        vault.Misbehave = LoopbackKeyVault.Status(status);
        await using var services = Services(database, vault);
        var gate = services.GetRequiredService<StartGate>();

        await StartAsync(services);
        Assert.ThrowsAny<CryptographicException>(() => Protector(services).Protect(Secret));

        Assert.False(gate.IsOpen);
        Assert.Contains(sentence, gate.WaitingFor, StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(database));
        await StopAsync(services);
    }

    [Fact]
    public async Task When_Key_Vault_Answers_The_Bot_Begins_By_Itself()
    {
        var clock = new FakeTimeProvider();
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var vault = await LoopbackKeyVault.StartAsync();
        vault.Misbehave = LoopbackKeyVault.Status(StatusCodes.Status403Forbidden);
        await using var services = Services(database, vault, clock);
        var gate = services.GetRequiredService<StartGate>();
        await StartAsync(services);

        vault.Misbehave = null;
        Assert.False(gate.IsOpen);
        clock.Advance(TimeSpan.FromSeconds(5));

        await gate.Opened.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(Secret, Protector(services).Unprotect(Protector(services).Protect(Secret)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"kid":"https://practice.vault.azure.net/keys/ring/v1","value":"=="}""")]
    [InlineData("""{"kid":"https://practice.vault.azure.net/keys/ring/v1","value":"AAAA"}""")]
    [InlineData("""{"kid":"https://practice.vault.azure.net/keys/ring","value":"AAAA"}""")]
    [InlineData("""{"kid":"https://stranger.vault.azure.net/keys/ring/v1","value":"AAAA"}""")]
    public async Task An_Answer_That_Is_Not_Key_Vaults_Is_Not_Kept(string answer)
    {
        await using var vault = await LoopbackKeyVault.StartAsync();
        vault.Misbehave = LoopbackKeyVault.Text(answer);

        Assert.Throws<KeyVaultException>(() => Keys(vault).Wrap(new byte[32]));
    }

    [Fact]
    public async Task Nobody_Who_Is_Not_There_Is_Waited_For_Long()
    {
        var vault = await LoopbackKeyVault.StartAsync();
        var keys = Keys(vault);
        await vault.DisposeAsync();

        Assert.Contains("cannot be reached", Assert.Throws<KeyVaultException>(() => keys.Wrap(new byte[32])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://stranger.vault.azure.net/keys/ring/v1")]
    [InlineData("https://practice.vault.azure.net:8443/keys/ring/v1")]
    [InlineData("http://practice.vault.azure.net/keys/ring/v1")]
    [InlineData("https://practice.vault.azure.net/secrets/ring/v1")]
    [InlineData("https://practice.vault.azure.net/keys/ring")]
    public async Task A_Changed_Entry_Sends_The_Token_To_Nobody(string kid)
    {
        await using var vault = await LoopbackKeyVault.StartAsync();

        Assert.Throws<KeyVaultException>(() => Keys(vault).Unwrap(new WrappedKey(new Uri(kid), "AAAA")));

        Assert.Empty(vault.Requests);
    }

    [Fact]
    public async Task A_Damaged_Entry_Stops_The_Start()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var vault = await LoopbackKeyVault.StartAsync();
        await ProtectAsync(database, vault);
        await using (var db = await database.Contexts.CreateDbContextAsync())
        {
            var row = await db.DataProtectionKeys.SingleAsync();
            row.Xml = row.Xml!.Replace("<content>", "<content>AAAA", StringComparison.Ordinal);
            await db.SaveChangesAsync();
        }

        await using var services = Services(database, vault);
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(services));

        Assert.Equal("An entry of the key ring is damaged.", failure.Message);
    }

    [Fact]
    public async Task A_Locked_Ring_Without_The_Setting_Stops_The_Start()
    {
        await using var database = await TestDatabase.CreateAsync("Sqlite");
        await using var vault = await LoopbackKeyVault.StartAsync();
        await ProtectAsync(database, vault);

        await using var services = Services(database, vault: null);
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(services));

        Assert.Equal(KeyRingDecryptor.WithoutKey, failure.Message);
    }

    [Fact]
    public async Task What_Was_Opened_Once_Does_Not_Need_Key_Vault_Again()
    {
        await using var vault = await LoopbackKeyVault.StartAsync();
        var keys = Keys(vault);
        var wrapped = keys.Wrap(Secret);
        vault.Misbehave = LoopbackKeyVault.Status(StatusCodes.Status403Forbidden);

        Assert.Equal(Secret, keys.Unwrap(wrapped));
        Assert.Throws<KeyVaultException>(() => Keys(vault).Unwrap(wrapped));
    }

    [Theory]
    [InlineData("https://practice.vault.azure.net/keys/ring", true)]
    [InlineData("https://practice.vault.azure.net:443/keys/ring/0123", true)]
    [InlineData("http://practice.vault.azure.net/keys/ring", false)]
    [InlineData("https://127.0.0.1/keys/ring", false)]
    [InlineData("https://practice.vault.azure.net.example.org/keys/ring", false)]
    [InlineData("https://practice.vault.azure.net/secrets/ring", false)]
    [InlineData("https://practice.vault.azure.net/keys/", false)]
    [InlineData("https://practice.vault.azure.net/keys/ring/0123/wrapkey", false)]
    [InlineData("https://practice.vault.azure.net/keys/ring?x=1", false)]
    [InlineData("ring", false)]
    public void Only_The_Identifier_Of_A_Key_Is_Taken(string value, bool taken)
    {
        var result = new KeyRingOptions.Validator().Validate(null, new KeyRingOptions { KeyVaultKey = new Uri(value, UriKind.RelativeOrAbsolute) });

        Assert.Equal(taken, result.Succeeded);
    }

    private static async Task<byte[]> ProtectAsync(TestDatabase database, LoopbackKeyVault? vault)
    {
        await using var services = Services(database, vault);
        await StartAsync(services);
        return Protector(services).Protect(Secret);
    }

    private static async Task<byte[]> OpenAsync(TestDatabase database, LoopbackKeyVault vault, byte[] kept)
    {
        await using var services = Services(database, vault);
        await StartAsync(services);
        return Protector(services).Unprotect(kept);
    }

    private static IDataProtector Protector(ServiceProvider services) => services.GetDataProtector("a test");

    private static Task StartAsync(ServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<StartWatch>().Single().StartingAsync(CancellationToken.None);

    private static Task StopAsync(ServiceProvider services) => services.GetRequiredService<StartWatch>().StoppingAsync(CancellationToken.None);

    private static KeyVaultKeys Keys(LoopbackKeyVault vault) => new(LoopbackKeyVault.Key, new LoopbackKeyVault.Bot(), vault.Transport());

    /// <summary>A process on this database, as the product registers the room.</summary>
    private static ServiceProvider Services(TestDatabase database, LoopbackKeyVault? vault, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(database.Configuration);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
        if (vault is null)
        {
            return services.AddStorage(configuration.Build()).BuildServiceProvider();
        }

        configuration.AddInMemoryCollection([new("DataProtection:KeyVaultKey", LoopbackKeyVault.Key.AbsoluteUri)]);
        return services.AddStorage(configuration.Build()).AddSingleton(Keys(vault)).BuildServiceProvider();
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        return await db.DataProtectionKeys.Select(row => row.Xml!).ToListAsync();
    }
}
