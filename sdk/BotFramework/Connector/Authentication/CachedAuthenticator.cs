namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Keeps one token until five minutes before its end, and lets only one caller at a time fetch the next. If that fails
/// while the old token is still good, the old one is used.
/// </summary>
internal sealed class CachedAuthenticator(Func<bool, Task<AuthenticatorResult>> fetch, TimeProvider time) : IAuthenticator, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private AuthenticatorResult _token;

    public async Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false)
    {
        var seen = Volatile.Read(ref _token);
        if (!forceRefresh && IsGoodFor(RenewBefore, seen))
        {
            return seen;
        }

        await _oneAtATime.WaitAsync().ConfigureAwait(false);
        try
        {
            var current = Volatile.Read(ref _token);
            var renewedMeanwhile = !ReferenceEquals(current, seen) && IsGoodFor(RenewBefore, current);
            return renewedMeanwhile ? current : await RenewAsync(current, forceRefresh).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<AuthenticatorResult> RenewAsync(AuthenticatorResult old, bool forceRefresh)
    {
        try
        {
            var token = await fetch(forceRefresh).ConfigureAwait(false);
            Volatile.Write(ref _token, token);
            return token;
        }
        catch (Exception) when (!forceRefresh && IsGoodFor(TimeSpan.Zero, old))
        {
            return old;
        }
    }

    private bool IsGoodFor(TimeSpan margin, AuthenticatorResult token) => token is not null && token.ExpiresOn - margin > time.GetUtcNow();
}
