using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <remarks>
/// Speaks to everybody who did not just speak to us: what the rooms owe is stored with what happened, and a worker sends it when it
/// can. Every room that owes messages registers an <see cref="IAnnouncer"/>.
/// </remarks>
internal static class DeliveryModule
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>()
            .Bind(configuration.GetSection(DeliveryOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<CaseRecorder>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Contacts>();
        services.AddSingleton<Installations>();
        services.AddSingleton<CardCopies>();
        services.AddSingleton<IAnnouncer, UnreachableNotice>();
        services.AddSingleton<Announcers>();
        services.AddSingleton<OutboxLedger>();
        services.AddSingleton<ProactiveInstall>();
        services.AddSingleton<OutboxFailures>();
        services.AddSingleton<RoleExpansion>();
        services.AddSingleton<MessageRendering>();
        services.AddSingleton<MessageDelivery>();
        services.AddSingleton<ProactiveSender>();
        services.AddSingleton<OutboxPass>();
        services.AddWorker<OutboxWorker>();
        services.AddHealthChecks().AddCheck<OutboxHealthCheck>("outbox");
        return services;
    }
}
