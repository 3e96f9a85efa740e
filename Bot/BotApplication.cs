using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Decisions;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Exports;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.Hosting;
using Rowcroft.TeamsBot.Hosting.Telemetry;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Reporting;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.SelfTest;
using Rowcroft.TeamsBot.SetUp;
using Rowcroft.TeamsBot.Storage;
using Rowcroft.TeamsBot.SubjectAccess;
using Rowcroft.TeamsBot.Viewing;
using Rowcroft.TeamsBot.WeeklySummary;

namespace Rowcroft.TeamsBot;

/// <summary>The bot as a process: each room added, each endpoint mapped.</summary>
internal static class BotApplication
{
    /// <param name="configure">Last word on settings and services; for tests and for the local play of Teams.</param>
    /// <exception cref="StartupException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The slim one: nothing of IIS, QUIC and Windows' event log, none of which the bot ever uses.
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseKestrelHttpsConfiguration();
        configure?.Invoke(builder);
        BotCredentials.Require(builder.Configuration, builder.Environment);
        builder.Logging.AddQuietDefaults();
        builder.AddTelemetry();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HostingModule.MaxActivityBytes;
        });

        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddStorage(configuration);
        services.AddPeople(configuration);
        services.AddSecurity();
        services.AddGuidance();
        services.AddEvidence(configuration, builder.Environment);
        services.AddDelivery(configuration);
        services.AddReporting(configuration);
        services.AddDecisions(configuration);
        services.AddViewing(configuration, builder.Environment);
        services.AddCustody(configuration);
        services.AddExports();
        services.AddSubjectAccess();
        services.AddWeeklySummary(configuration);
        services.AddSetUp();
        services.AddSelfTest();
        services.AddHosting();

        var app = builder.Build();
        app.MapMessages();
        app.MapHealth();
        app.MapExports().AddEndpointFilter<LoopbackOnly>();
        app.MapViewing().AddEndpointFilter<LoopbackOnly>();
        return app;
    }
}
