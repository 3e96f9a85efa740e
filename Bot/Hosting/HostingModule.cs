using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>The process's edge: the endpoint Teams calls, the routes, errors and health. No rule of the trade lives here.</summary>
internal static class HostingModule
{
    /// <summary>The largest activity taken, in bytes. Teams' own limit is far below it.</summary>
    public const int MaxActivityBytes = 1_048_576;

    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        // What a client logs is addresses, which nobody may log: without loggers it does not prepare them either.
        services.AddHttpClient().ConfigureHttpClientDefaults(client => client.RemoveAllLoggers());
        services.RemoveEarlyKeyRing();
        services.AddWorker<MemoryTrim>();
        services.AddHealthChecks();
        services.AddSingleton<IHealthCheckPublisher, ReadinessLog>();
        services.AddOptions<HealthCheckPublisherOptions>().Configure<StartGate>((options, gate) =>
        {
            options.Period = ReadinessLog.Period;
            options.Predicate = check => HealthEndpoints.Applies(check, gate);
        });
        return services
            .AddSingleton<IStartupFilter, ClosedUntilReady>()
            .AddSingleton<WaitingRoom>()
            .AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>()
            .AddSingleton(provider => new ConversationState(provider.GetRequiredService<IStorage>()))
            .AddSingleton<TurnTrace>()
            .AddSingleton<TurnOrder>()
            .AddSingleton<ConversationGate>()
            .AddSingleton<RetentionOf>(provider => @case =>
                provider.GetRequiredService<RetentionSchedule>().ClockOf(@case) is { } clock ? new KeptUntil(clock.Rule, clock.LastDay) : null)
            .AddSingleton<TurnErrors>()
            .AddSingleton<TeamsAdapter>()
            .AddSingleton<CloudAdapter>(provider => provider.GetRequiredService<TeamsAdapter>())
            .AddSingleton<BotAdapter>(provider => provider.GetRequiredService<TeamsAdapter>())
            .AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<TeamsAdapter>())
            .AddSingleton<Arrivals>()
            .AddTransient<PracticePicker>()
            .AddTransient<WhichPractice>()
            .AddTransient<MessageRouter>()
            .AddTransient<VerbRouter>()
            .AddTransient<InstallationRouter>()
            .AddTransient<IBot, TeamsBot>();
    }

    // Teams hangs up after fifteen seconds and sends the activity again. A turn it has hung up on is finished all the same: the second
    // delivery waits for it and meets what it left behind, instead of starting the same slow work from the beginning.
    public static void MapMessages(this IEndpointRouteBuilder endpoints) => endpoints
        .Map("/api/messages", (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot, IHostApplicationLifetime process) =>
            adapter.ProcessAsync(request, response, bot, process.ApplicationStopping))
        .AddEndpointFilter<NotTaken>()
        .AddEndpointFilter<LoopbackOnly>()
        .AddEndpointFilter<JsonOnly>();
}
