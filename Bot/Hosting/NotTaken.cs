using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>An activity that waited for the bot until the process ended has not been taken: 503, so that whoever sent it may send it again.</summary>
internal sealed class NotTaken(StartGate gate, IHostApplicationLifetime process) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var response = context.HttpContext.Response;
        if (!gate.IsOpen && process.ApplicationStopping.IsCancellationRequested && !response.HasStarted)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return result;
    }
}
