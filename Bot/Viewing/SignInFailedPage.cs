namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Signing in did not work, whatever the reason: a wrong token, another organisation, a press of "Cancel".</summary>
internal sealed class SignInFailedPage() : PageResult(Page, StatusCodes.Status403Forbidden)
{
    public static readonly SignInFailedPage Answer = new();

    private static Markup Page => Layout.Plain("Not signed in", Markup.Of(
        $"""
        <h1>You are not signed in</h1>
        <p>Signing in did not work. Please use the account with which you are in your practice’s Teams, and open the link in the bot’s card again.</p>
        <p>If it happens again, please tell whoever looks after Microsoft 365 in your practice.</p>
        """));
}
