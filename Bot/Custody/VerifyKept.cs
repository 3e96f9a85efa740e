using Microsoft.EntityFrameworkCore;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary><c>verify</c> on the command line: the nightly check of every practice in the database, at once and at full speed. It changes nothing.</summary>
internal sealed class VerifyKept(CustodyCheck check, IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <returns>0 when all is as it was, 1 on any difference.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(cancellationToken) is { } sentence)
        {
            await output.WriteLineAsync(sentence);
            return 1;
        }

        var total = CheckReport.Nothing;
        foreach (var practice in await check.PracticesAsync(cancellationToken))
        {
            var report = await check.RunAsync(practice, CheckPace.AsFastAsItGoes(time), cancellationToken);
            foreach (var finding in report.Findings)
            {
                await output.WriteLineAsync($"{practice}: {Line(finding)}");
            }

            total = total.And(report);
        }

        await output.WriteLineAsync(
            $"{total.Cases} cases, {total.Events} events, {total.Files} files, {total.Certificates} certificates of deleted cases: "
            + (total.Findings.Count == 0 ? "all as they were." : $"{total.Findings.Count} not as they were."));
        return total.Findings.Count == 0 ? 0 : 1;
    }

    private async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return "There is no database where Storage points to, so nothing could be verified.";
        }

        return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? "The database is not of this version, so nothing could be verified. Run: dotnet run --project Bot -- migrate"
            : null;
    }

    private static string Line(CustodyFinding finding)
    {
        var whose = finding.Reference is { } reference ? $"case {reference}" : finding.File is null ? finding.Subject : "a report that has not been sent";
        var file = finding.File is { } found ? $", file {found.Id} (SHA-256 {found.Sha256})" : "";
        return $"{whose}{file}: {FindingSentences.For(finding.Kind, finding.Place)}";
    }
}
