using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Under which address people's browsers reach the bot.</summary>
internal sealed class OwnAddress(
    IOptions<PublicUrlOptions> options, IConfiguration configuration, IHostEnvironment environment, IServer? server = null)
{
    /// <summary>
    /// <c>Bot:PublicUrl</c>; on a developer's machine, where people's browsers are on the same machine, the address the process listens on.
    /// <c>null</c> when neither is known.
    /// </summary>
    public Uri? Host => options.Value.Parsed ?? (IsLocal(configuration, environment) ? Listening : null);

    /// <summary>Known once the process listens, and nobody can press a button before that.</summary>
    private Uri? Listening => server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first
        && Uri.TryCreate(first, UriKind.Absolute, out var address) ? address : null;

    /// <summary>Development without an app id: Teams is played on this machine, and so is signing in.</summary>
    public static bool IsLocal(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);
}
