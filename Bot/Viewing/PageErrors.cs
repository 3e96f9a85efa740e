using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// The error boundary of a page request: a plain page for the person, one line for the log. The log gets the kind of exception and where
/// it came from, not its message.
/// </summary>
internal sealed partial class PageErrors(ILogger<PageErrors> logger) : IEndpointFilter
{
    private static readonly PageResult CannotTell = Answer(
        "I cannot reach Teams’ list of people just now, so it is not known what you may see. Please try again in a few minutes.");

    private static readonly PageResult Failed = Answer("Something went wrong on our side. Please try that once more.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RosterUnavailableException)
        {
            return CannotTell;
        }
        catch (Exception exception) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.Failed(logger, exception.GetType().FullName, exception.StackTrace);
            return Failed;
        }
    }

    private static PageResult Answer(string sentence) => new(
        Layout.Plain("Not just now", Markup.Of(
            $"""
            <h1>That did not work</h1>
            <p>{sentence}</p>
            """)),
        StatusCodes.Status503ServiceUnavailable);

    private static partial class Log
    {
        [LoggerMessage(3402, LogLevel.Error, "A request for an evidence page failed: {Exception} at {Stack}")]
        public static partial void Failed(ILogger logger, string? exception, string? stack);
    }
}
