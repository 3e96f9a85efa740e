using System.Text.RegularExpressions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Asks for a token with the bot's own credential, and says how long that is still good. Without a token nobody hears from the bot.</summary>
internal sealed partial class RegistrationCheck(BotToken token, IOptions<CredentialOptions> options, CredentialExpiry expiry) : IHealthCheck
{
    private const string NotGiven = "Microsoft gives the bot no token, so it can neither answer nor send anything";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.IsRegistered)
        {
            return Found.Fine("Not registered: it answers this machine alone.");
        }

        try
        {
            await token.RenewAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A refusal, no line, a setting that is missing: all of it comes from the token library, each as its own kind.
            return Broken(exception);
        }

        return options.Value.IsOfAnotherTenant
            ? Found.Broken(
                "The bot is registered in one tenant and lets in the people of another, so that everybody is turned away.",
                "Check Practice:TenantId and MicrosoftAppTenantId: both are the practice's own directory (tenant) id in Entra.")
            : Good();
    }

    private HealthCheckResult Good() => (expiry.Kind, expiry.DaysLeft) switch
    {
        (null, _) => Found.Fine("Microsoft gives the bot its token. A managed identity has no secret that could expire."),
        (_, null) => Found.Look(
            "Microsoft gives the bot its token. When the secret expires is not known.",
            $"Set {CredentialOptions.ExpiresKey} to the day that Entra shows beside the secret, such as 2027-03-31: it is warned of in time."),
        ({ } kind, < 0) when kind == CredentialKind.Secret => Found.Look(
            "Microsoft gives the bot its token, although its secret should have expired by now.",
            $"Set {CredentialOptions.ExpiresKey} to the day that Entra shows beside the secret."),
        ({ } kind, <= CredentialExpiry.WarnedDays and { } days) => Found.Look(kind.Say(days), kind.Renew),
        ({ } kind, { } days) => Found.Fine($"Microsoft gives the bot its token. {kind.Say(days)}"),
    };

    private HealthCheckResult Broken(Exception exception)
    {
        var code = Code().Match(exception.Message).Value;
        return (code, expiry.Kind) switch
        {
            ("AADSTS7000222", { } kind) => Found.Broken($"{NotGiven}: its secret has expired ({code}).", kind.Renew),
            ("AADSTS7000215", _) => Found.Broken($"{NotGiven}: its secret is not the right one ({code}).", "Set MicrosoftAppPassword to the secret's value, not its id."),
            ("AADSTS700016" or "AADSTS90002", _) => Found.Broken(
                $"{NotGiven}: the registration is not in that tenant ({code}).", "Check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppType."),
            (_, { } kind) when expiry.DaysLeft < 0 => Found.Broken($"{NotGiven}. {kind.Say(-1)}", kind.Renew),
            ("AADSTS700027", { } kind) => Found.Broken(
                $"{NotGiven}: its certificate is not the one that is registered ({code}).",
                $"In Entra, App registrations, Certificates & secrets: upload the certificate in the file at {kind.Setting}."),
            _ => Found.Broken(
                $"{NotGiven} ({(code.Length > 0 ? code : exception.GetType().Name)}).",
                $"Check MicrosoftAppId, MicrosoftAppTenantId and {(expiry.Kind ?? CredentialKind.Secret).Setting}, and that the bot's machine reaches login.microsoftonline.com."),
        };
    }

    [GeneratedRegex(@"AADSTS\d{4,8}")]
    private static partial Regex Code();
}
