using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Sdk.Tests.Loopback;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>A bot that shows the issuer a certificate instead of a password.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly X509Certificate2 _certificate = SelfSigned();

    public void Dispose() => _certificate.Dispose();

    [Fact]
    public async Task The_Bot_Signs_For_Its_Token_With_The_Certificates_Key()
    {
        await using var tokens = await TokenEndpoint.StartAsync();
        await using var connector = await ConnectorServer.StartAsync();
        var credentials = new CertificateServiceClientCredentialsFactory(_certificate, Registration.AppId, "22222222-2222-2222-2222-222222222222");
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(Registration.With(null, tokens), credentials));
        for (var i = 0; i < 3; i++)
        {
            await adapter.ContinueConversationAsync(
                Registration.AppId,
                new ConversationReference { ServiceUrl = connector.ServiceUrl, ChannelId = "msteams", Conversation = new ConversationAccount(id: "1") },
                (turn, cancel) => turn.SendActivityAsync(MessageFactory.Text("hi"), cancel),
                CancellationToken.None);
        }

        Assert.All(connector.Calls, call => Assert.Equal("Bearer token-1", call.Authorization));
        var form = Assert.Single(tokens.Requests).Form;
        Assert.Equal(Registration.AppId, form["client_id"].ToString());
        Assert.Empty(form["client_secret"].ToString());
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"].ToString());
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(_certificate),
            TryAllIssuerSigningKeys = true,
            ValidIssuer = Registration.AppId,
            ValidateAudience = false,
        });
        Assert.True(valid.IsValid, valid.Exception?.Message);
    }

    [Fact]
    public async Task In_The_Public_Cloud_The_Bots_Own_Tenant_Is_Asked()
    {
        var factory = new CertificateServiceClientCredentialsFactory(_certificate, Registration.AppId, "22222222-2222-2222-2222-222222222222");
        var made = await factory.CreateCredentialsAsync(
            Registration.AppId, "https://api.botframework.com", "https://login.microsoftonline.com/{0}", true, CancellationToken.None);
        Assert.Equal("https://login.microsoftonline.com/22222222-2222-2222-2222-222222222222", Assert.IsAssignableFrom<AppCredentials>(made).OAuthEndpoint);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
    }
}
