namespace Rowcroft.TeamsBot.People;

/// <summary>People knows who is who: the roster of the team in which the bot was installed for the practice. It needs no Graph permission.</summary>
internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PracticeOptions>()
            .Bind(configuration.GetSection(PracticeOptions.Section))
            .ValidateDataAnnotations()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Practice:TimeZone is not a time zone this machine knows, such as Europe/London.")
            .ValidateOnStart();
        return services
            .AddSingleton<TeamsRoster>()
            .AddSingleton<IRoster>(provider => provider.GetRequiredService<TeamsRoster>());
    }
}
