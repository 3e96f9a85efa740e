using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <remarks>
/// Decisions is where a manager or deputy looks at a case and decides, or asks the reporter, and where the reporter hears of it. It
/// records and guides: the removing and reporting is done by people.
/// </remarks>
internal static class DecisionsModule
{
    public static IServiceCollection AddDecisions(this IServiceCollection services, IConfiguration configuration) => services
        .AddTwins(configuration)
        .AddSingleton<CaseDates>()
        .AddSingleton<CaseCard>()
        .AddSingleton<CaseListCard>()
        .AddSingleton<QuestionCard>()
        .AddSingleton<OutcomeCard>()
        .AddSingleton<CaseLinks>()
        .AddSingleton<CaseReading>()
        .AddSingleton<CaseDrawing>()
        .AddSingleton<OpenCases>()
        .AddSingleton<IAnnouncer, CaseAnnouncer>()
        .AddSingleton<DecideHandler>()
        .AddSingleton<AskHandler>()
        .AddSingleton<RefreshCaseHandler>()
        .AddSingleton<AnswerHandler>()
        .AddSingleton<ListCasesHandler>()
        .AddSingleton<CasesCommand>()
        .AddSingleton<CaseCommand>()
        .AddSingleton<LateDeciders>()
        .AddWorker<LateDecidersWorker>();

    private static IServiceCollection AddTwins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TwinOptions>().Bind(configuration.GetSection(TwinOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<TwinFinder>()
            .AddSingleton<PairDesk>()
            .AddSingleton<TwinHandler>()
            .AddSingleton<LikenessPass>()
            .AddWorker<LikenessWorker>();
    }
}
