using System.Globalization;
using Rowcroft.LocalTeams.Connector;

namespace Rowcroft.LocalTeams.Faults;

/// <summary>Lets a call to the connector go wrong when a fault is planned for it.</summary>
internal static class FaultFilter
{
    private const string Nowhere = "https://elsewhere.invalid/";

    /// <summary>Names the operation of an endpoint.</summary>
    public static void Can(this RouteHandlerBuilder endpoint, ConnectorOperation operation) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            return http.RequestServices.GetRequiredService<FaultPlan>().Take(operation) is { } fault
                ? await GoWrongAsync(fault, http, () => next(context))
                : await next(context);
        });

    private static async Task<object?> GoWrongAsync(Fault fault, HttpContext http, Func<ValueTask<object?>> carryOut)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                http.Response.Headers.RetryAfter = fault.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                break;
            case FaultKind.Timeout:
                await HangAsync(http.RequestAborted);
                break;
            case FaultKind.LostAnswer:
                await carryOut();
                break;
            default:
                break;
        }

        return Answer(fault.Kind);
    }

    private static IResult Answer(FaultKind kind) => kind switch
    {
        FaultKind.TooManyRequests => ConnectorError.Of(429, "Throttled", "Too many requests."),
        FaultKind.Forbidden => ConnectorError.NotOnRoster,
        FaultKind.NotFound => ConnectorError.ConversationNotFound,
        FaultKind.PreconditionFailed => ConnectorError.Of(412, "PreconditionFailed", "Precondition failed, please try again."),
        FaultKind.ServerError => ConnectorError.Of(500, "ServiceError", "Internal server error."),
        FaultKind.Redirect => Results.Redirect(Nowhere),
        FaultKind.BadGateway or FaultKind.LostAnswer or FaultKind.Timeout => ConnectorError.Of(502, "BadGateway", "Bad gateway."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task HangAsync(CancellationToken aborted)
    {
        var gone = new TaskCompletionSource();
        await using var _ = aborted.Register(gone.SetResult);
        await gone.Task;
    }
}
