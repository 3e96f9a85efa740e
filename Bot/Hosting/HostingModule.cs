using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

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
        services.AddHealthChecks();
        return services
            .AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>()
            .AddSingleton(provider => new ConversationState(provider.GetRequiredService<IStorage>()))
            .AddSingleton<ConversationGate>()
            .AddSingleton<TurnErrors>()
            .AddSingleton<TeamsAdapter>()
            .AddSingleton<CloudAdapter>(provider => provider.GetRequiredService<TeamsAdapter>())
            .AddSingleton<BotAdapter>(provider => provider.GetRequiredService<TeamsAdapter>())
            .AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<TeamsAdapter>())
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
        .AddEndpointFilter<LoopbackOnly>()
        .AddEndpointFilter<JsonOnly>();
}
