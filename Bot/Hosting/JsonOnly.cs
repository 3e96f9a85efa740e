namespace Rowcroft.TeamsBot.Hosting;

/// <summary>Activities are JSON: a body of another kind is 415, before anything reads it.</summary>
internal sealed class JsonOnly : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.HttpContext.Request.HasJsonContentType()
            ? ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status415UnsupportedMediaType))
            : next(context);
}
