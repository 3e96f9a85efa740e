using System.Threading.RateLimiting;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// How often one person may ask: far more than anybody looks or presses, far less than it takes to try references one after the other or
/// to keep the machine busy with drawing.
/// </summary>
internal sealed class NotTooOften : IEndpointFilter, IAsyncDisposable
{
    public const int PerMinute = 120;

    private static readonly PageResult Refusal = new(
        Layout.Plain("Please wait", Markup.Of(
            $"""
            <h1>Please wait a moment</h1>
            <p>There were very many requests from you. Try again in a minute.</p>
            """)),
        StatusCodes.Status429TooManyRequests);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        person => RateLimitPartition.GetFixedWindowLimiter(
            person, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var person = context.HttpContext.User.FindFirst(Visitors.ObjectId)?.Value ?? "";
        using var place = _limiter.AttemptAcquire(person);
        return place.IsAcquired ? await next(context) : Refusal;
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();
}
