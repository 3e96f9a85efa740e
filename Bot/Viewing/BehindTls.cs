namespace Rowcroft.TeamsBot.Viewing;

/// <summary>In the cloud TLS ends before the bot. What people's browsers speak is what was configured, not what arrives here.</summary>
internal sealed class BehindTls(bool isHttps) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (isHttps)
        {
            context.HttpContext.Request.IsHttps = true;
        }

        return next(context);
    }
}
