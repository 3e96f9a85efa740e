using Microsoft.AspNetCore.Authentication.Cookies;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>
/// The cookie that remembers who signed in: for half a working day, however often the page is used. Whether the person may still see
/// anything is asked anew at each request, so that the cookie of somebody who left opens nothing.
/// </summary>
internal static class SignIn
{
    public const string Scheme = "evidence";

    public static readonly TimeSpan Duration = TimeSpan.FromHours(4);

    public static void SetCookie(CookieAuthenticationOptions options, bool isHttps)
    {
        options.ExpireTimeSpan = Duration;
        options.SlidingExpiration = false;
        options.Cookie.Name = NameOf("rowcroft-evidence", isHttps);
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

        // Lax, not Strict: people come from a card in Teams, and would be sent to sign in again each time.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = LocalSignIn.Path;
    }

    /// <summary>With the prefix no other host, not even a subdomain, can set it.</summary>
    public static string NameOf(string cookie, bool isHttps) => isHttps ? $"__Host-{cookie}" : cookie;
}
