using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Hosting;

/// <summary>
/// The real bot behind its real port, in which the receptionist has a report open at the screenshots, and somebody who calls it as nobody
/// should. Everything it logs is kept: of our own code all, of libraries what they log by default.
/// </summary>
public sealed class AttackedPractice : IAsyncLifetime
{
    private PracticeInTeams _practice = null!;

    internal CapturedLogs Logs { get; } = new();

    internal PracticeInTeams Practice => _practice;

    internal RawCaller Caller { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _practice = await PracticeInTeams.StartAsync(builder =>
        {
            builder.Logging.AddProvider(Logs).AddFilter("Rowcroft", LogLevel.Trace);
            builder.Services.AddHealthChecks().AddCheck("switch", () => Broken is { } exception ? throw exception : Health);
        });
        Caller = new RawCaller(_practice);
        await _practice.Receptionist.FillFormAsync();
    }

    internal HealthCheckResult Health { get; set; } = HealthCheckResult.Healthy("It is on.");

    /// <summary>What the check throws, if it does.</summary>
    internal Exception? Broken { get; set; }

    public async Task DisposeAsync()
    {
        Caller.Dispose();
        await _practice.DisposeAsync();
    }
}
