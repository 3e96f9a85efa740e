using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>What the bot shows Microsoft and what can run out, and the words for it.</summary>
/// <param name="Name">As it stands in a sentence.</param>
/// <param name="Make">What is done in Entra when it runs out.</param>
/// <param name="Put">What is done to the bot's settings then.</param>
/// <param name="Setting">The setting that holds it.</param>
internal sealed record CredentialKind(string Name, string Make, string Put, string Setting)
{
    public static readonly CredentialKind Secret = new(
        "secret",
        "make a new client secret",
        "set MicrosoftAppPassword to its value and " + CredentialOptions.ExpiresKey + " to its last day",
        "MicrosoftAppPassword");

    public static readonly CredentialKind Certificate = new(
        "certificate",
        "upload a new certificate",
        "put it with its private key where " + BotCertificate.PathKey + " points",
        BotCertificate.PathKey);

    /// <summary>The one thing to do when it runs out.</summary>
    public string Renew => $"In Entra, App registrations, Certificates & secrets: {Make}, {Put}, and restart the bot.";

    public string Say(int daysLeft) => daysLeft switch
    {
        < 0 => $"The bot's {Name} has expired.",
        0 => $"The bot's {Name} expires today.",
        1 => $"The bot's {Name} expires tomorrow.",
        _ => $"The bot's {Name} expires in {daysLeft} days.",
    };
}
