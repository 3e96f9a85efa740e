using System.Globalization;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>With what the bot signs in to Microsoft, as far as it can run out. These settings stand outside any section.</summary>
internal sealed class CredentialOptions
{
    public const string ExpiresKey = "MicrosoftAppPasswordExpires";
    public const string Sentence = ExpiresKey + " must be the day on which the secret expires, such as 2027-03-31.";

    /// <summary>Without it anybody may talk to the bot: development only.</summary>
    public bool IsRegistered { get; private set; }

    /// <summary><c>null</c> for a managed identity, which has nothing that runs out.</summary>
    public CredentialKind? Kind { get; private set; }

    /// <summary>
    /// Registered in one tenant, the bot is installed in that tenant's Teams alone. One that lets in the people of another turns everybody away.
    /// </summary>
    public bool IsOfAnotherTenant { get; private set; }

    /// <summary>
    /// The last day on which it is good: read from the certificate; of a secret, as Entra shows it, because it cannot be read from the secret
    /// (<c>null</c> when nobody wrote it down).
    /// </summary>
    public DateOnly? Expires { get; private set; }

    /// <summary>Why the bot cannot start with these settings.</summary>
    public string? Problem { get; private set; }

    public void Read(IConfiguration configuration)
    {
        IsRegistered = !string.IsNullOrWhiteSpace(configuration[MicrosoftAppCredentials.MicrosoftAppIdKey]);
        IsOfAnotherTenant = IsRegistered
            && configuration[MicrosoftAppCredentials.MicrosoftAppTenantIdKey] is { Length: > 0 } registered
            && configuration["Practice:TenantId"] is { Length: > 0 } admitted
            && !registered.Equals(admitted, StringComparison.OrdinalIgnoreCase);
        if (BotCertificate.IsSet(configuration))
        {
            ReadCertificate(configuration);
        }
        else
        {
            Kind = IsRegistered && !string.IsNullOrWhiteSpace(configuration[MicrosoftAppCredentials.MicrosoftAppPasswordKey]) ? CredentialKind.Secret : null;
            ReadDay(configuration[ExpiresKey]);
        }
    }

    private void ReadCertificate(IConfiguration configuration)
    {
        try
        {
            using var certificate = BotCertificate.Open(configuration);
            Kind = CredentialKind.Certificate;

            // One that ends at midnight is not good on the day that then begins.
            Expires = DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime().AddSeconds(-1));
        }
        catch (BotCertificateException exception)
        {
            Problem = exception.Message;
        }
    }

    private void ReadDay(string? written)
    {
        if (string.IsNullOrEmpty(written))
        {
            return;
        }

        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Expires = day;
        }
        else
        {
            Problem = Sentence;
        }
    }

    internal sealed class Validator : IValidateOptions<CredentialOptions>
    {
        public ValidateOptionsResult Validate(string? name, CredentialOptions options) =>
            options.Problem is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
