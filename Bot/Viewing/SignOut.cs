using Microsoft.AspNetCore.Authentication;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Ends the sign-in to this page. The sign-in to Microsoft 365 is not ours to end.</summary>
internal static class SignOut
{
    private static readonly PageResult Done = new(Layout.Plain("Signed out", Markup.Of(
        $"""
        <h1>You are signed out of this page</h1>
        <p>On a computer that others use, please also sign out of Microsoft 365: whoever is signed in there is let in here again.</p>
        """)));

    public static async Task<IResult> EndAsync(HttpContext http)
    {
        await http.SignOutAsync(SignIn.Scheme);
        return Done;
    }
}
