using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes credentials of a user-assigned managed identity, and keeps them, so that they keep their tokens.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<string, ServiceClientCredentials> _made = new();
    private readonly string _appId;
    private readonly HttpClient _httpClient;
    private readonly ILogger _logger;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(string.IsNullOrWhiteSpace(appId) ? null : appId, nameof(appId));
        _appId = appId;
        _httpClient = httpClient;
        _logger = logger;
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == _appId);

    /// <summary>Never: a managed identity always has an app id.</summary>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (appId != _appId)
        {
            throw new InvalidOperationException("Invalid Managed ID.");
        }

        return Task.FromResult(_made.GetOrAdd(
            audience ?? AuthenticationConstants.ToChannelFromBotOAuthScope,
            scope => new ManagedIdentityAppCredentials(_appId, scope, _httpClient, _logger)));
    }
}
