using System.Net;
using Microsoft.Bot.Connector.Authentication;

namespace Sdk.Tests.Internals.Authentication;

/// <summary>A bot without a password, with Azure's identity endpoint played by a handler.</summary>
public class ManagedIdentityTests
{
    [Fact]
    public async Task The_Identity_Named_By_The_App_Id_Signs_Many_Requests_With_One_Token()
    {
        var azure = new IdentityEndpoint();
        var factory = new ManagedIdentityServiceClientCredentialsFactory(Registration.AppId, azure.Client);
        for (var i = 0; i < 3; i++)
        {
            var credentials = await factory.CreateCredentialsAsync(
                Registration.AppId, "https://api.botframework.com", "https://login.microsoftonline.com/{0}", true, CancellationToken.None);
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://smba.trafficmanager.net/uk/v3/conversations");
            await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
            Assert.Equal("Bearer of-the-identity", request.Headers.Authorization.ToString());
        }

        var asked = Assert.Single(azure.TokenRequests);
        Assert.Contains("client_id=" + Registration.AppId, asked, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com", Uri.UnescapeDataString(asked), StringComparison.Ordinal);
    }

    private sealed class IdentityEndpoint : HttpMessageHandler
    {
        public List<string> TokenRequests { get; } = [];

#pragma warning disable RS0030 // A client that reaches nothing but this handler.
        public HttpClient Client => new(this, disposeHandler: false);
#pragma warning restore RS0030

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.Headers.Contains("Metadata"))
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("{}") });
            }

            TokenRequests.Add(request.RequestUri.PathAndQuery);
            var expires = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""{"access_token":"of-the-identity","expires_on":"{{expires}}","resource":"x","token_type":"Bearer"}"""),
            });
        }
    }
}
