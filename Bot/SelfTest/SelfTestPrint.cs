using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rowcroft.TeamsBot.Evidence;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary><c>selftest</c> on the command line: a line for each check, with what to do. It names nobody, because output is often kept.</summary>
internal sealed class SelfTestPrint(SelfTests tests, IEvidenceStore store, IDbContextFactory<BotDbContext> contexts)
{
    /// <returns>0 when all is fine, 1 when something is broken, 2 when nothing is broken and something is to be looked at.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var report = await tests.NowAsync(cancellationToken);
        foreach (var line in CheckedLine.Of(report, practice: null))
        {
            await output.WriteLineAsync($"{Word(line.Status)} {line.Title}: {line.Sentence}");
            if (line.ToDo is { } toDo)
            {
                await output.WriteLineAsync($"       To do: {toDo}");
            }
        }

        return report.Status switch
        {
            HealthStatus.Healthy => 0,
            HealthStatus.Unhealthy => 1,
            _ => 2,
        };
    }

    /// <summary>
    /// As a start of the bot does it: a folder that was never there is no fault, and what is slow only in a process that has just begun
    /// is not held against the database.
    /// </summary>
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Database.CanConnectAsync(cancellationToken);
            await store.PrepareAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is StoreFailedException or IOException or UnauthorizedAccessException)
        {
            // The store's own line says so.
        }
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Unhealthy => "BROKEN",
        HealthStatus.Degraded => "LOOK  ",
        _ => "fine  ",
    };
}
