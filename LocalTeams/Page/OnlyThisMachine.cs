using System.Net;

namespace Rowcroft.LocalTeams.Page;

/// <summary>
/// Turns away requests that name another host, so that no page on the internet can reach this one through a name that resolves to
/// loopback, and requests that another site's script makes.
/// </summary>
internal static class OnlyThisMachine
{
    public static void UseOnlyThisMachine(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (IsLoopback(context.Request.Host.Host) && (origin.Length == 0 || IsOwn(origin, context.Request)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
