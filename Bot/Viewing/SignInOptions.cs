namespace Rowcroft.TeamsBot.Viewing;

/// <summary>How people sign in to the evidence page. Section <c>SignIn</c>.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    public const string NobodySignsInToAnIdentity =
        "SignIn:ClientId is not set. The bot is a managed identity, to which nobody can sign in: set it to the client id of an app " +
        "registration that may issue ID tokens.";

    /// <summary>
    /// The application in Entra to which people sign in. Empty: the bot's own (<c>MicrosoftAppId</c>), which works when that is an app
    /// registration. A managed identity is none: nobody can sign in to it, so there another one is needed.
    /// </summary>
    public string ClientId { get; set; } = "";

    /// <summary>Who says who somebody is. Empty: Entra, for the practice's tenant.</summary>
    public string Authority { get; set; } = "";
}
