using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Security;

/// <summary>
/// Where a case's screenshots are looked at: a page of the bot's own, behind a sign-in. The link gives nobody a right; whoever opens it is
/// asked who they are.
/// </summary>
internal sealed class EvidenceLink(OwnAddress own)
{
    /// <summary>
    /// With an address it is known where the page is. Without one, a developer's machine has it all the same, for the people of the
    /// machine itself: there nobody signs in to Entra.
    /// </summary>
    public static bool PageIsOn(IConfiguration configuration, IHostEnvironment environment) =>
        !string.IsNullOrWhiteSpace(configuration[$"{PublicUrlOptions.Section}:{nameof(PublicUrlOptions.PublicUrl)}"])
        || OwnAddress.IsLocal(configuration, environment);

    /// <returns><c>null</c> when there is no such page.</returns>
    public Uri? To(CaseReference reference) => own.Host is { } host ? new Uri(host, PathOf(reference.ToString())) : null;

    public static string PathOf(string reference) => $"/cases/{Uri.EscapeDataString(reference)}/evidence";
}
