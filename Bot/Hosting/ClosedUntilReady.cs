using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Until the bot can be used, its pages answer 503 and nobody's sign-in is looked at: that would read the key ring before it is known to be
/// the right one. Health answers, and so does the endpoint that Teams calls, where <see cref="WaitingRoom"/> speaks to people.
/// </summary>
internal sealed class ClosedUntilReady(StartGate gate) : IStartupFilter
{
    public const string NotYet = "The bot is starting. Please try again in a few minutes.";

    private static readonly PathString[] Open = ["/health", "/api/messages"];

    // A startup filter, because the web application puts its sign-in before everything that is added to it.
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(StayOutAsync);
        next(app);
    };

    private Task StayOutAsync(HttpContext context, RequestDelegate next)
    {
        if (gate.IsOpen)
        {
            return next(context);
        }

        if (Open.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            context.Request.Headers.Remove("Cookie");
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "60";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(NotYet, context.RequestAborted);
    }
}
