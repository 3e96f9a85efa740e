using Microsoft.AspNetCore.Antiforgery;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Lets a form through only when it comes from a page of ours. Decided before anything else is looked at.</summary>
internal sealed class GenuineForm(IAntiforgery antiforgery) : IEndpointFilter
{
    private static readonly PageResult Refusal = new(
        Layout.Plain("Please try again", Markup.Of(
            $"""
            <h1>Please try again</h1>
            <p>That page was too old, or not ours. Nothing was done. Open the link in the bot’s card again.</p>
            """)),
        StatusCodes.Status400BadRequest);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        !HttpMethods.IsPost(context.HttpContext.Request.Method) || await IsGenuineAsync(context.HttpContext) ? await next(context) : Refusal;

    private async Task<bool> IsGenuineAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return false; // too many fields, or a form that is none
        }
    }
}
