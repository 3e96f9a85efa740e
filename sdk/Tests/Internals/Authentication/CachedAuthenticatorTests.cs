using Azure.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace Sdk.Tests.Internals.Authentication;

public class CachedAuthenticatorTests
{
    private readonly FakeTimeProvider _time = new();
    private int _fetched;
    private Exception _failure;

    [Fact]
    public async Task Callers_That_Come_Together_Share_One_Fetch()
    {
        var gate = new TaskCompletionSource();
        using var cache = new CachedAuthenticator(
            async force =>
            {
                await gate.Task;
                return await FetchAsync(force);
            },
            _time);
        var callers = Enumerable.Range(0, 20).Select(_ => cache.GetTokenAsync()).ToArray();
        gate.SetResult();
        Assert.All(await Task.WhenAll(callers), result => Assert.Equal("1", result.AccessToken));
    }

    [Fact]
    public async Task A_Token_Is_Kept_Until_Five_Minutes_Before_Its_End()
    {
        using var cache = new CachedAuthenticator(FetchAsync, _time);
        await cache.GetTokenAsync();
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("1", (await cache.GetTokenAsync()).AccessToken);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2", (await cache.GetTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task Who_Insists_Gets_A_New_Token()
    {
        using var cache = new CachedAuthenticator(FetchAsync, _time);
        await cache.GetTokenAsync();
        Assert.Equal("2", (await cache.GetTokenAsync(forceRefresh: true)).AccessToken);
    }

    [Fact]
    public async Task If_No_New_Token_Can_Be_Had_The_Old_One_Is_Used_To_Its_End()
    {
        using var cache = new CachedAuthenticator(FetchAsync, _time);
        await cache.GetTokenAsync();
        _failure = new HttpRequestException("down");
        _time.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal("1", (await cache.GetTokenAsync()).AccessToken);
        _time.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<HttpRequestException>(() => cache.GetTokenAsync());
        _failure = null;
        Assert.Equal("2", (await cache.GetTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task A_Managed_Identity_Is_Asked_Once_For_The_Scope_Of_The_Audience()
    {
        var identity = new Identity(_time);
        using var authenticator = new TokenCredentialAuthenticator(identity, "https://api.botframework.com", _time);
        Assert.Equal("of the identity", (await authenticator.GetTokenAsync()).AccessToken);
        await authenticator.GetTokenAsync();
        Assert.Equal("https://api.botframework.com/.default", Assert.Single(identity.Scopes));
    }

    private Task<AuthenticatorResult> FetchAsync(bool force) => _failure is not null
        ? throw _failure
        : Task.FromResult(new AuthenticatorResult { AccessToken = $"{++_fetched}", ExpiresOn = _time.GetUtcNow().AddHours(1) });

    private sealed class Identity(TimeProvider time) : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Tokens are asked for asynchronously.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new(new AccessToken("of the identity", time.GetUtcNow().AddHours(1)));
        }
    }
}
