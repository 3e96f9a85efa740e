using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People.Graph;

namespace Rowcroft.TeamsBot.People;

/// <summary>
/// People knows who is who: the roster of the team in which the bot was installed for the practice, which needs no Graph permission. What
/// Graph can say beyond that is switched on one thing at a time.
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
                options => options.Closures.Count == configuration.GetSection(PracticeOptions.Section).GetSection(nameof(options.Closures)).GetChildren().Count(),
                "Practice:Closures must be dates such as 2026-12-24.") // the binder leaves out, without a word, what it cannot read
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddGraph(configuration)
            .AddSingleton(provider => CalendarOf(provider.GetRequiredService<IOptions<PracticeOptions>>().Value))
            .AddSingleton<PracticeClock>()
            .AddSingleton<TeamsRoster>()
            .AddSingleton<IRoster>(provider => provider.GetRequiredService<TeamsRoster>());
    }

    private static WorkingCalendar CalendarOf(PracticeOptions options) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone), options.Closures.ToHashSet());
}
