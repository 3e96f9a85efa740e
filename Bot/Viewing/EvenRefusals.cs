namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// Every "nothing to show" takes the same time from the beginning of the request: a case that exists costs a line in its record, one that
/// does not costs nothing, and nobody shall be able to measure that.
/// </summary>
internal sealed class EvenRefusals(TimeProvider time) : IEndpointFilter
{
    public static readonly TimeSpan Always = TimeSpan.FromMilliseconds(300);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var began = time.GetTimestamp();
        var result = await next(context);
        if (result is NotFoundPage && Always - time.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            await Task.Delay(left, time, context.HttpContext.RequestAborted);
        }

        return result;
    }
}
