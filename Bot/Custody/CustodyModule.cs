using Microsoft.Extensions.Options;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// Custody keeps what was sealed: every night it is read again, what is not as it was is told to those who decide, and what has been kept
/// long enough is destroyed, unless somebody has put a hold on it.
/// </summary>
internal static class CustodyModule
{
    public static IServiceCollection AddCustody(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CustodyOptions>().Bind(configuration.GetSection(CustodyOptions.Section)).ValidateOnStart();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHealthChecks().AddCheck<CustodyHealthCheck>("custody");
        return services
            .AddSingleton<IValidateOptions<CustodyOptions>, CustodyOptions.Validator>()
            .AddSingleton<HoldCard>()
            .AddSingleton<HoldCommand>()
            .AddSingleton<HistoryCard>()
            .AddSingleton<HistoryCommand>()
            .AddSingleton<CaseCheck>()
            .AddSingleton<FileCheck>()
            .AddSingleton<NumberCheck>()
            .AddSingleton<CustodyCheck>()
            .AddSingleton<VerifyKept>()
            .AddSingleton<FindingLedger>()
            .AddSingleton<IAnnouncer, CustodyAnnouncer>()
            .AddSingleton<RetentionSchedule>()
            .AddSingleton<PurgeSteps>()
            .AddSingleton<RetentionPurge>()
            .AddSingleton<CustodySchedule>()
            .AddSingleton<NightWork>()
            .AddSingleton<CustodyNight>()
            .AddSingleton<CustodyHealthCheck>()
            .AddSingleton<QuarantinePass>()
            .AddSingleton<IAnnouncer, InfectedAnnouncer>()
            .AddSingleton<TakenOut>()
            .AddSingleton<IAnnouncer, TakenOutAnnouncer>()
            .AddWorker<QuarantineWorker>()
            .AddWorker<CustodyWorker>();
    }
}
