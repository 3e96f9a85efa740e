using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Rowcroft.TeamsBot.Exports;

/// <summary>Under which address a bundle is downloaded.</summary>
internal sealed class ExportLink(IConfiguration configuration, IHostEnvironment environment, IServer? server = null)
{
    public const string Route = "/exports/{token}";

    /// <summary>
    /// <c>Bot:PublicUrl</c>; on a developer's machine, where people's browsers are on the same machine, the address the process listens on.
    /// <c>null</c> when neither is known.
    /// </summary>
    public Uri? Host => configuration["Bot:PublicUrl"] is { Length: > 0 } set ? new Uri(set)
        : environment.IsDevelopment() && string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]) ? Listening
        : null;

    private Uri? Listening => server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first
        && Uri.TryCreate(first, UriKind.Absolute, out var address) ? address : null;

    public static Uri To(Uri host, string token) => new(host, $"/exports/{token}");
}
