namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The turn's access to the channel's user sign-in. The bot signs nobody in, so this type carries no operation; it is
/// here because every <see cref="BotFrameworkAuthentication"/> has to make one.
/// </summary>
public abstract class UserTokenClient : IDisposable
{
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
