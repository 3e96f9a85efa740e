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
            var plan = http.RequestServices.GetRequiredService<FaultPlan>();
            return plan.Take(operation, http.Request.RouteValues["conversationId"] as string) is { } fault
                ? await GoWrongAsync(fault, http, plan, () => next(context))
                : await next(context);
        });

    private static async Task<object?> GoWrongAsync(Fault fault, HttpContext http, FaultPlan plan, Func<ValueTask<object?>> carryOut)
    {
        if (fault.Kind is FaultKind.LostAnswer or FaultKind.TakenHangUp or FaultKind.TakenTimeout)
        {
            await carryOut();
        }

        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                http.Response.Headers.RetryAfter = fault.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                break;
            case FaultKind.Timeout or FaultKind.TakenTimeout:
                using (plan.Hang())
                {
                    await HangAsync(http.RequestAborted);
                }

                break;
            case FaultKind.HangUp or FaultKind.TakenHangUp:
                http.Abort();
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
        FaultKind.Conflict => ConnectorError.Of(409, "Conflict", "The request conflicts with another one."),
        FaultKind.PreconditionFailed => ConnectorError.Of(412, "PreconditionFailed", "Precondition failed, please try again."),
        FaultKind.ServerError => ConnectorError.Of(500, "ServiceError", "Internal server error."),
        FaultKind.ServiceUnavailable => ConnectorError.Of(503, "ServiceUnavailable", "Service unavailable."),
        FaultKind.Redirect => Results.Redirect(Nowhere),
        FaultKind.BadGateway or FaultKind.LostAnswer => ConnectorError.Of(502, "BadGateway", "Bad gateway."),
        FaultKind.Timeout or FaultKind.HangUp or FaultKind.TakenHangUp or FaultKind.TakenTimeout => Results.Empty, // nobody listens any more
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async Task HangAsync(CancellationToken aborted)
    {
        var gone = new TaskCompletionSource();
        await using var _ = aborted.Register(gone.SetResult);
        await gone.Task;
    }
}
