using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>
/// The process's clock beside that of the server whose tokens it believes. Tokens are good for minutes: with a clock that is far off,
/// Teams' calls are refused, and so are the bot's.
/// </summary>
internal sealed class ClockCheck(IHttpClientFactory http, IConfiguration configuration, IOptions<CredentialOptions> options, TimeProvider time) : IHealthCheck
{
    /// <summary>A token may be this old or young by the rules of those who check it (five minutes).</summary>
    public static readonly TimeSpan Broken = TimeSpan.FromSeconds(300);
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(60);

    private const string Issuer = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    private const string Setting = "ToBotFromChannelOpenIdMetadataUrl";
    private const string ToDo = "Turn on time synchronisation on the bot's machine.";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.IsRegistered)
        {
            return Found.Fine("Not compared: without a registration no token is checked.");
        }

        try
        {
            var asked = time.GetUtcNow();
            using var client = http.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, configuration[Setting] ?? Issuer);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.Headers.Date is { } date ? Compare(date - (asked + ((time.GetUtcNow() - asked) / 2))) : NotKnown("no date");
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or UriFormatException)
        {
            return NotKnown(exception.GetType().Name);
        }
    }

    private static HealthCheckResult Compare(TimeSpan difference)
    {
        var (off, seconds) = (difference.Duration(), $"{difference.Duration().TotalSeconds:F0} seconds");
        var way = difference < TimeSpan.Zero ? "ahead of" : "behind";
        return off > Broken ? Found.Broken($"The bot's clock is {seconds} {way} Microsoft's: tokens are refused.", ToDo)
            : off > Look ? Found.Look($"The bot's clock is {seconds} {way} Microsoft's.", ToDo)
            : Found.Fine("The bot's clock agrees with Microsoft's.");
    }

    private static HealthCheckResult NotKnown(string why) => Found.Look(
        $"The clock could not be compared with Microsoft's ({why}).",
        $"Let the bot's machine reach login.botframework.com over HTTPS (or what {Setting} names).");
}
