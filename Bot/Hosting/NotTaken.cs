using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// An activity that waited for the bot until the process ended, or that could not be written down, has not been taken: 503, so that whoever
/// sent it may send it again.
/// </summary>
internal sealed class NotTaken(StartGate gate, IHostApplicationLifetime process) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        try
        {
            var result = await next(context);
            if (IsEnding(response))
            {
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }

            return result;
        }
        catch (NotTakenException) when (!response.HasStarted)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception) when (IsEnding(response))
        {
            // Called off wherever it was: the sender's token was being checked, for example.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private bool IsEnding(HttpResponse response) => !gate.IsOpen && process.ApplicationStopping.IsCancellationRequested && !response.HasStarted;
}
