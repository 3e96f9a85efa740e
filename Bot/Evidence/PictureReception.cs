using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>One file on its way in: fetched, looked at, scanned.</summary>
internal sealed class PictureReception(PictureDownload download, IMalwareScanner scanner, PictureHash hash, IOptions<EvidenceOptions> options)
{
    /// <param name="serviceUrl">The connector's address as the verified activity names it.</param>
    /// <param name="places">How many are fetched at the same time.</param>
    /// <exception cref="StoreFailedException"></exception>
    public async Task<Received> ReceiveAsync(
        OfferedPicture offered, Uri? serviceUrl, PendingSeal pending, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        Fetched fetched;
        try
        {
            fetched = await download.FetchAsync(offered, serviceUrl, pending.Destination, cancellationToken);
        }
        finally
        {
            places.Release();
        }

        if (fetched is Fetched.Refused refused)
        {
            return new Received.Refused(refused.Reason);
        }

        await pending.FinishAsync(cancellationToken);
        await using var content = await pending.ReadAsync(cancellationToken);
        return await LookAsync(content, cancellationToken);
    }

    private async Task<Received> LookAsync(Stream content, CancellationToken cancellationToken)
    {
        var inspected = PictureInspection.Of(content, options.Value);
        if (inspected is not Inspected.Picture picture)
        {
            return new Received.Refused(((Inspected.Refused)inspected).Reason);
        }

        content.Position = 0;
        var scan = await scanner.ScanAsync(content, cancellationToken);
        if (scan is ScanResult.Infected infected)
        {
            return new Received.Refused(EvidenceRefusal.Infected, infected.Signature);
        }

        // Nothing is decoded before it was scanned.
        var isScanned = scan is not ScanResult.Unavailable;
        var isSmall = content.Length <= LaterHashes.LargeBytes && (long)picture.Facts.Width * picture.Facts.Height <= LaterHashes.LargePixels;
        return new Received.Picture(
            picture.Type, picture.Facts, isScanned, isScanned && isSmall ? await hash.OfAsync(content, cancellationToken) : null);
    }
}
