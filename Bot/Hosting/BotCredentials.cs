namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Without an app id the bot accepts unauthenticated calls, which is right on a developer's machine and nowhere else.
/// </summary>
internal static class BotCredentials
{
    public const string MissingAppId =
        "MicrosoftAppId is not set. Without it anybody could talk to the bot, so it starts only in the Development environment. " +
        "Set MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId, or run it with DOTNET_ENVIRONMENT=Development.";

    public static bool HasAppId(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);

    /// <exception cref="StartupException">No app id outside Development.</exception>
    public static void Require(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!HasAppId(configuration) && !environment.IsDevelopment())
        {
            throw new StartupException(MissingAppId);
        }
    }
}
