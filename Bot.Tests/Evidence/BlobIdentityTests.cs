using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The container as in the cloud: over TLS, with the token of the bot's identity and without any key.</summary>
public sealed class BlobIdentityTests : IDisposable
{
    private static readonly byte[] Sealed = [.. "sealed"u8];

    private readonly TempFolder _folder = new();
    private readonly X509Certificate2 _certificate;
    private readonly SocketsHttpHandler _http;
    private readonly AzuriteServer _azurite;

    public BlobIdentityTests()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(_folder.File("cert.pem"), _certificate.ExportCertificatePem());
        File.WriteAllText(_folder.File("key.pem"), key.ExportPkcs8PrivateKeyPem());
        _http = new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, found, _, _) => found?.GetCertHashString() == _certificate.GetCertHashString() },
        };
        _azurite = AzuriteServer.RequireWithTokens((_folder.File("cert.pem"), _folder.File("key.pem")));
    }

    [SkippableFact]
    public async Task Files_Come_Go_And_Are_Listed_With_The_Identitys_Token_Alone()
    {
        var identity = new Identity("https://storage.azure.com");
        var store = Open(identity);
        await store.PrepareAsync(default);
        await using (var pending = await store.BeginAsync(default))
        {
            await pending.Content.WriteAsync(Sealed);
            await pending.KeepAsync(Convert.ToHexStringLower(SHA256.HashData(Sealed)), default);
        }

        var file = Assert.Single(await ListAsync(store));
        await using (var content = await store.OpenAsync(file.Address, default))
        {
            using var read = new StreamReader(content!);
            Assert.Equal("sealed", await read.ReadToEndAsync());
        }

        await store.ProbeAsync(default);
        await store.DeleteAsync(file.Address, default);
        Assert.Empty(await ListAsync(store));
        Assert.Equal(["https://storage.azure.com/.default"], identity.Asked.Distinct());
    }

    [SkippableFact]
    public async Task A_Token_For_Something_Else_Opens_Nothing() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Open(new Identity("https://graph.microsoft.com")).PrepareAsync(default));

    [SkippableFact]
    public void Over_Plain_Http_No_Token_Is_Sent() => Assert.Throws<ArgumentException>(() =>
        BlobEvidenceStore.Open(AzuriteServer.Require().NewContainer(), null, new Identity("https://storage.azure.com")));

    public void Dispose()
    {
        _http.Dispose();
        _certificate.Dispose();
        _folder.Dispose();
    }

    private BlobEvidenceStore Open(TokenCredential identity) =>
        new(BlobEvidenceStore.Open(_azurite.NewContainer(), null, identity, new HttpClientTransport(_http)));

    private static async Task<IReadOnlyList<KeptFile>> ListAsync(BlobEvidenceStore store)
    {
        var files = new List<KeptFile>();
        await foreach (var file in store.ListAsync(default))
        {
            files.Add(file);
        }

        return files;
    }

    private sealed class Identity(string audience) : TokenCredential
    {
        public List<string> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            var now = TimeProvider.System.GetUtcNow();
            var claims = JsonSerializer.Serialize(new
            {
                iss = "https://sts.windows.net/7e4a0000-0000-4000-8000-000000000001/",
                aud = audience,
                iat = now.AddMinutes(-1).ToUnixTimeSeconds(),
                nbf = now.AddMinutes(-1).ToUnixTimeSeconds(),
                exp = now.AddHours(1).ToUnixTimeSeconds(),
            });
            return new($"{Encoded("""{"alg":"none","typ":"JWT"}""")}.{Encoded(claims)}.", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));

        private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }
}
