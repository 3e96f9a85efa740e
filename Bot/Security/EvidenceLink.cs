using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Where a case's screenshots are looked at: a page of the bot's own, behind a sign-in. The link gives nobody a right; whoever opens it is
/// asked who they are.
/// </summary>
internal sealed class EvidenceLink(
    IOptions<PublicUrlOptions> options, IConfiguration configuration, IHostEnvironment environment, IServer? server = null)
{
    /// <summary>
    /// With an address it is known where the page is. Without one, a developer's machine has it all the same, for the people of the
    /// machine itself: there nobody signs in to Entra.
    /// </summary>
    public static bool PageIsOn(IConfiguration configuration, IHostEnvironment environment) =>
        !string.IsNullOrWhiteSpace(configuration[$"{PublicUrlOptions.Section}:{nameof(PublicUrlOptions.PublicUrl)}"])
        || IsLocal(configuration, environment);

    /// <summary>Development without an app id: Teams is played on this machine, and so is signing in.</summary>
    public static bool IsLocal(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);

    /// <returns><c>null</c> when there is no such page.</returns>
    public Uri? To(CaseReference reference) => Host is { } host ? new Uri(host, PathOf(reference.ToString())) : null;

    public static string PathOf(string reference) => $"/cases/{Uri.EscapeDataString(reference)}/evidence";

    private Uri? Host => options.Value.Parsed ?? (IsLocal(configuration, environment) ? Listening : null);

    /// <summary>Known once the process listens, and nobody can press a button before that.</summary>
    private Uri? Listening => server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first
        && Uri.TryCreate(first, UriKind.Absolute, out var address) ? address : null;
}
