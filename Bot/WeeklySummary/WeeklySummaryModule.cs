using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.WeeklySummary;

/// <summary>
/// Once a week the practice's channel is told in numbers what was reported and decided. Nothing that could point at a person gets in:
/// the card is drawn from figures that have no place for it.
/// </summary>
internal static class WeeklySummaryModule
{
    public static IServiceCollection AddWeeklySummary(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SummaryOptions>().Bind(configuration.GetSection(SummaryOptions.Section)).ValidateOnStart();
        services.AddHealthChecks().AddCheck<SummaryHealthCheck>(SummaryHealthCheck.Name);
        services.AddHealthChecks().AddCheck<SummaryCheck>(SummaryCheck.Name, tags: [PracticeCheck.Tag, CheckTags.Costly]);
        return services
            .AddSingleton<IValidateOptions<SummaryOptions>, SummaryOptions.Validator>()
            .AddSingleton<SummaryReader>()
            .AddSingleton<SummaryCard>()
            .AddSingleton<SummaryCommand>()
            .AddSingleton<SummarySchedule>()
            .AddSingleton<IAnnouncer, SummaryAnnouncer>()
            .AddWorker<SummaryWorker>();
    }
}
