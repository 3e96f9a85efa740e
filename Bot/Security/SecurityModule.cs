namespace Rowcroft.TeamsBot.Security;

/// <summary>Security says who may talk to the bot and who decides which case. It asks at the moment of each press, never earlier.</summary>
internal static class SecurityModule
{
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddOptions<PublicUrlOptions>()
            .BindConfiguration(PublicUrlOptions.Section)
            .Validate(options => options.IsSound, PublicUrlOptions.Sentence)
            .ValidateOnStart();
        return services
            .AddSingleton<Doorkeeper>()
            .AddSingleton<ApproverDirectory>()
            .AddSingleton<Administrators>()
            .AddSingleton<CaseViewers>()
            .AddSingleton<CaseDesk>()
            .AddSingleton<OwnAddress>()
            .AddSingleton<EvidenceLink>();
    }
}
