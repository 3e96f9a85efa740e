using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Rest;
using Rowcroft.TeamsBot.Evidence;
using static Rowcroft.TeamsBot.Tests.Evidence.EvidenceRig;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The token that Teams refused is not shown a second time.</summary>
public sealed class FreshTokenTests
{
    [Theory]
    [InlineData(403, "Bearer token-2")]
    [InlineData(401, "Bearer token-2")]
    [InlineData(500, "Bearer token-1")]
    public async Task Refused_It_Is_Asked_For_Again_With_Another_Token(int status, string second)
    {
        await using var rig = await StartAsync(configure: services => services.AddSingleton<ServiceClientCredentialsFactory, Renewing>());
        await rig.SealAsync(Pasted(rig.Server.Answer("/1", PictureServer.Status(status), PictureServer.Picture(SamplePictures.Png()))));

        Assert.Equal(["Bearer token-1", second], rig.Server.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Without_A_New_Token_It_Counts_As_Refused()
    {
        await using var rig = await StartAsync(
            configure: services => services.AddSingleton<ServiceClientCredentialsFactory>(new Renewing { NoMore = true }));
        var refused = await rig.RefuseAsync(Pasted(rig.Server.Serve("/1", PictureServer.Status(403))));

        Assert.Equal(EvidenceRefusal.AccessDenied, refused.Reason);
    }

    private sealed class Renewing : ServiceClientCredentialsFactory, IAuthenticator
    {
        private int _tokens = 1;

        public bool NoMore { get; init; }

        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
            Task.FromResult<ServiceClientCredentials>(new Credentials(this));

        public Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false)
        {
            if (forceRefresh && NoMore)
            {
                throw new Microsoft.Identity.Client.MsalServiceException("throttled", "Not now.");
            }

            _tokens += forceRefresh ? 1 : 0;
            return Task.FromResult(new AuthenticatorResult { AccessToken = $"token-{_tokens}", ExpiresOn = DateTimeOffset.MaxValue });
        }
    }

    private sealed class Credentials(IAuthenticator authenticator) : AppCredentials
    {
        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync());

        protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => authenticator);
    }
}
