using Microsoft.AspNetCore.Authentication;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Sends whoever is not signed in to do so, whatever they asked for: before that nothing is looked up.</summary>
internal sealed class SignedInOnly : IEndpointFilter
{
    private static readonly PageResult Ended = new(
        Layout.Plain("Signed out", Markup.Of(
            $"""
            <h1>Your sign-in has ended</h1>
            <p>Nothing was done. Please open the link in the bot’s card again.</p>
            """)),
        StatusCodes.Status401Unauthorized);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.Identity?.IsAuthenticated == true)
        {
            return next(context);
        }

        // A form must not lead to another site, by our own policy; and a picture in a page leads nowhere.
        var isPage = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers["Sec-Fetch-Dest"] != "image";
        PageHeaders.Set(http.Response);
        return ValueTask.FromResult<object?>(isPage
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = http.Request.Path })
            : Ended);
    }
}
