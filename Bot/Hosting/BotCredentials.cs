namespace Rowcroft.TeamsBot.Hosting;

/// <summary>
/// Without an app id the bot accepts unauthenticated calls, which is right on a developer's machine and nowhere else.
/// </summary>
internal static class BotCredentials
{
    private static readonly string[] OneTenants = ["UserAssignedMSI", "SingleTenant"];

    public const string MissingAppId =
        "MicrosoftAppId is not set. Without it anybody could talk to the bot, so it starts only in the Development environment. " +
        "Set MicrosoftAppId, MicrosoftAppType and MicrosoftAppTenantId, or run it with DOTNET_ENVIRONMENT=Development.";

    public const string MissingTenant =
        "Practice:TenantId is not set. Without it people of any organisation could try to talk to the bot, so it starts only in the " +
        "Development environment. Set it to the id of the practice's Entra tenant.";

    public const string OneTenant =
        "MicrosoftAppType must be UserAssignedMSI or SingleTenant. A bot for several tenants could be asked for by any of them, and Azure " +
        "registers no new ones.";

    public static bool HasAppId(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]);

    /// <exception cref="StartupException">No app id, or no tenant, outside Development; or one of several tenants.</exception>
    public static void Require(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!HasAppId(configuration) && !environment.IsDevelopment())
        {
            throw new StartupException(MissingAppId);
        }

        if (string.IsNullOrWhiteSpace(configuration["Practice:TenantId"]) && !environment.IsDevelopment())
        {
            throw new StartupException(MissingTenant);
        }

        var type = configuration["MicrosoftAppType"];
        if (HasAppId(configuration) && !OneTenants.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartupException(OneTenant);
        }
    }
}
