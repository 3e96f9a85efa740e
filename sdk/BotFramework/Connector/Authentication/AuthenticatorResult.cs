namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An outbound token and the moment it stops being good.</summary>
public class AuthenticatorResult
{
    public string AccessToken { get; set; }

    public DateTimeOffset ExpiresOn { get; set; }
}
