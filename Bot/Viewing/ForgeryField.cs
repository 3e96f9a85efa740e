using Microsoft.AspNetCore.Antiforgery;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>What a form must bring back to be believed to come from a page of ours.</summary>
internal static class ForgeryField
{
    public static Markup For(IAntiforgery antiforgery, HttpContext http)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return Markup.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }
}
