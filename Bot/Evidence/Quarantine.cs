using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What waits for the virus check because the scanner could not be reached when it came.</summary>
internal sealed partial class Quarantine(EvidenceRecords records, EvidenceVault vault, IMalwareScanner scanner, PictureHash hash, ILogger<Quarantine> logger)
{
    /// <summary>Scans what waits, unless the scanner is away again. What is clean is released.</summary>
    /// <param name="infected">
    /// Called for each infected file before it is destroyed, with the name of what was found. When it fails, the file stays and comes again.
    /// </param>
    public async Task ScanAsync(Func<EvidenceRecord, string, CancellationToken, Task> infected, CancellationToken cancellationToken)
    {
        foreach (var record in await records.ListInQuarantineAsync(cancellationToken))
        {
            await using var content = await vault.OpenForScanAsync(record, cancellationToken);
            if (content is null)
            {
                continue; // the nightly check names what is missing or changed
            }

            switch (await scanner.ScanAsync(content, cancellationToken))
            {
                case ScanResult.Unavailable when await scanner.IsThereAsync(cancellationToken) != true:
                    return;
                case ScanResult.Unavailable:
                    break; // this one alone: too large for the scanner as it is set up
                case ScanResult.Infected found:
                    await infected(record, found.Signature, cancellationToken);
                    await vault.PurgeAsync(record.Practice, record.Id, cancellationToken);
                    Log.Infected(logger, record.Id, found.Signature);
                    break;
                default:
                    await records.ReleaseAsync(record.Id, await hash.OfAsync(content, cancellationToken), cancellationToken);
                    Log.Released(logger, record.Id);
                    break;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2553, LogLevel.Warning, "Evidence {Evidence} was infected with {Signature} and is destroyed")]
        public static partial void Infected(ILogger logger, Cases.EvidenceId evidence, string signature);

        [LoggerMessage(2554, LogLevel.Information, "Evidence {Evidence} was scanned and left quarantine")]
        public static partial void Released(ILogger logger, Cases.EvidenceId evidence);
    }
}
