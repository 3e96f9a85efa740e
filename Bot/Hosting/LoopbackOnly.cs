using System.Net;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>Without an app id the bot answers this machine alone.</summary>
internal sealed class LoopbackOnly(IConfiguration configuration) : IEndpointFilter
{
    private readonly bool _applies = !BotCredentials.HasAppId(configuration);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        _applies && context.HttpContext.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)
            ? ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden))
            : next(context);
}
