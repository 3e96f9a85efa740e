using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary><c>selftest</c> on the command line: a line for each check, with what to do. It names nobody, because output is often kept.</summary>
internal sealed class SelfTestPrint(SelfTests tests, IEvidenceStore store, Migrator migrator, KeyRingStart ring, StartGate gate)
{
    /// <returns>0 when all is fine, 1 when something is broken, 2 when nothing is broken and something is to be looked at.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (await migrator.WhyNotReadyAsync(cancellationToken) is { } why)
        {
            await WriteAsync(output, HealthStatus.Unhealthy, "Start", $"{why}. Nothing else was looked at.", "Check Storage:Provider, Storage:Path and Storage:ConnectionString.");
            return 1;
        }

        await PrepareAsync(cancellationToken);
        var report = await tests.NowAsync(cancellationToken);
        foreach (var line in CheckedLine.Of(report, practice: null))
        {
            await WriteAsync(output, line.Status, line.Title, line.Sentence, line.ToDo);
        }

        return report.Status switch
        {
            HealthStatus.Healthy => 0,
            HealthStatus.Unhealthy => 1,
            _ => 2,
        };
    }

    /// <summary>As a start of the bot does it, but for migrating: a folder that was never there is no fault.</summary>
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await ring.PrepareAsync(cancellationToken);
        gate.Open();
        try
        {
            await store.PrepareAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is StoreFailedException or IOException or UnauthorizedAccessException)
        {
            // The store's own line says so.
        }
    }

    private static async Task WriteAsync(TextWriter output, HealthStatus status, string title, string? sentence, string? toDo)
    {
        await output.WriteLineAsync($"{Word(status)} {title}: {sentence}");
        if (toDo is not null)
        {
            await output.WriteLineAsync($"       To do: {toDo}");
        }
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Unhealthy => "BROKEN",
        HealthStatus.Degraded => "LOOK  ",
        _ => "fine  ",
    };
}
