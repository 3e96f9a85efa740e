using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The signing keys published at an issuer's OpenID metadata address. They are read once, again after a day, and when a
/// token names a key that is not among them; the last at most every five minutes, because anybody can send such a token.
/// </summary>
/// <remarks>While the address cannot be reached the keys at hand stay in use.</remarks>
internal sealed partial class IssuerKeys(string metadataAddress, HttpClient http, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenRequestedReads = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = !new Uri(metadataAddress).IsLoopback };
    private Snapshot _current;
    private DateTimeOffset _nextRequestedRead = DateTimeOffset.MinValue;

    public async Task<SigningKeys> GetAsync(CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current);
        if (current is not null && time.GetUtcNow() < current.ReadAgainAt)
        {
            return current.Keys;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            current = Volatile.Read(ref _current);
            return current is not null && time.GetUtcNow() < current.ReadAgainAt
                ? current.Keys
                : await ReadAsync(current, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>The keys as published now, or <paramref name="tried"/> again if it is too early to ask.</summary>
    public async Task<SigningKeys> GetNewerAsync(SigningKeys tried, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var current = Volatile.Read(ref _current);
            if (!ReferenceEquals(current.Keys, tried) || time.GetUtcNow() < _nextRequestedRead)
            {
                return current.Keys;
            }

            _nextRequestedRead = time.GetUtcNow() + BetweenRequestedReads;
            return await ReadAsync(current, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<SigningKeys> ReadAsync(Snapshot old, CancellationToken cancellationToken)
    {
        SigningKeys keys;
        var readAgainAfter = ReadAgainAfter;
        using var limit = new CancellationTokenSource(LongestRead, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            keys = new(await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, _documents, either.Token).ConfigureAwait(false));
        }
        catch (Exception failure) when (old is not null && !cancellationToken.IsCancellationRequested)
        {
            Log.KeysNotRead(logger, failure.GetType().Name);
            keys = old.Keys;
            readAgainAfter = BetweenRequestedReads;
        }

        Volatile.Write(ref _current, new Snapshot(keys, time.GetUtcNow() + readAgainAfter));
        return keys;
    }

    private sealed record Snapshot(SigningKeys Keys, DateTimeOffset ReadAgainAt);

    private static partial class Log
    {
        [LoggerMessage(4111, LogLevel.Warning, "Could not read the channel's signing keys again ({Failure}); those at hand stay in use")]
        public static partial void KeysNotRead(ILogger logger, string failure);
    }
}
