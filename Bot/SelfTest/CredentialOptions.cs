using System.Globalization;
using Microsoft.Bot.Connector.Authentication;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>With what the bot signs in to Microsoft, as far as it can run out. These settings stand outside any section.</summary>
internal sealed class CredentialOptions
{
    public const string ExpiresKey = "MicrosoftAppPasswordExpires";
    public const string Sentence = ExpiresKey + " must be the day on which the secret expires, such as 2027-03-31.";

    /// <summary>Without it anybody may talk to the bot: development only.</summary>
    public bool IsRegistered { get; private set; }

    /// <summary>A managed identity has no secret, so that nothing runs out.</summary>
    public bool HasSecret { get; private set; }

    /// <summary>
    /// Registered in one tenant, the bot is installed in that tenant's Teams alone. One that lets in the people of another turns everybody away.
    /// </summary>
    public bool IsOfAnotherTenant { get; private set; }

    /// <summary>The last day on which the secret is good, as Entra shows it. It cannot be read from the secret; <c>null</c> when nobody wrote it down.</summary>
    public DateOnly? Expires { get; private set; }

    public bool IsSound { get; private set; } = true;

    public void Read(IConfiguration configuration)
    {
        IsRegistered = !string.IsNullOrWhiteSpace(configuration[MicrosoftAppCredentials.MicrosoftAppIdKey]);
        HasSecret = IsRegistered && !string.IsNullOrWhiteSpace(configuration[MicrosoftAppCredentials.MicrosoftAppPasswordKey]);
        IsOfAnotherTenant = IsRegistered
            && configuration[MicrosoftAppCredentials.MicrosoftAppTenantIdKey] is { Length: > 0 } registered
            && configuration["Practice:TenantId"] is { Length: > 0 } admitted
            && !registered.Equals(admitted, StringComparison.OrdinalIgnoreCase);
        if (configuration[ExpiresKey] is { Length: > 0 } written)
        {
            IsSound = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            Expires = IsSound ? day : null;
        }
    }
}
