using Microsoft.Extensions.DependencyInjection.Extensions;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// People knows who is who: which practices there are, how each works, and the roster of the team that each is, which needs no Graph
/// permission. What Graph can say beyond that is switched on one thing at a time.
/// </summary>
internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PracticeOptions>()
            .Bind(configuration.GetSection(PracticeOptions.Section))
            .ValidateDataAnnotations()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Practice:TimeZone is not a time zone this machine knows, such as Europe/London.")
            .Validate(
                options => options.TenantId.Length == 0 || Guid.TryParse(options.TenantId, out _),
                "Practice:TenantId must be the directory (tenant) id that Entra shows, such as 11111111-2222-3333-4444-555555555555.")
            .Validate(
                options => options.Closures.Count == configuration.GetSection(PracticeOptions.Section).GetSection(nameof(options.Closures)).GetChildren().Count(),
                "Practice:Closures must be dates such as 2026-12-24.") // the binder leaves out, without a word, what it cannot read
            .Validate(
                options => (options.Opens ?? WorkingCalendar.CoreOpens) < (options.Closes ?? WorkingCalendar.CoreCloses),
                "Practice:Opens must be before Practice:Closes.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRoster>(provider => provider.GetRequiredService<TeamsRoster>());
        return services
            .AddSingleton<PracticeConfiguration>()
            .AddSingleton<Practices.Reading>(provider => provider.GetRequiredService<PracticeTable>().ListAsync)
            .AddSingleton<Practices>()
            .AddGraph(configuration)
            .AddSingleton<PracticeClock>()
            .AddSingleton<TeamConnector>()
            .AddSingleton<TeamChannels>()
            .AddSingleton<JoinedTeams>()
            .AddSingleton<TeamsRoster>();
    }
}
