using System.Net;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Without an app id the bot answers this machine alone: neither another one, nor one behind a tunnel or a web page that gave itself this
/// machine's address, which both call it by another name. Names below <c>localhost</c> are this machine's too: browsers ask no name server
/// for them (RFC 6761, section 6.3), and keep the cookies of each apart.
/// </summary>
internal sealed class LoopbackOnly(IConfiguration configuration) : IEndpointFilter
{
    private const string Localhost = "localhost";

    private readonly bool _applies = !BotCredentials.HasAppId(configuration);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        _applies && !(IsLocal(context.HttpContext.Connection.RemoteIpAddress) && IsLocal(context.HttpContext.Request.Host.Host))
            ? ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden))
            : next(context);

    /// <summary>A caller without an address is in this process.</summary>
    private static bool IsLocal(IPAddress? caller) => caller is null || IPAddress.IsLoopback(caller);

    private static bool IsLocal(string name) =>
        name.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("." + Localhost, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
}
