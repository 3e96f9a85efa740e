using System.Security.Cryptography;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Writes a small file, reads it and deletes it. Degraded, not unhealthy, when no screenshot can be kept: people can still report, and are
/// told to keep the picture.
/// </summary>
internal sealed class EvidenceHealthCheck(IEvidenceStore store) : IHealthCheck
{
    private const int ProbeBytes = 64;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Random, so that two that look at the same time do not delete each other's.
        var content = RandomNumberGenerator.GetBytes(ProbeBytes);
        var address = Convert.ToHexStringLower(SHA256.HashData(content));
        try
        {
            await WriteAsync(content, address, cancellationToken);
            try
            {
                return await IsThereAsync(content, address, cancellationToken)
                    ? HealthCheckResult.Healthy("The evidence store takes, gives and deletes files.")
                    : HealthCheckResult.Degraded("The evidence store does not give back what it took. Screenshots cannot be relied on.");
            }
            finally
            {
                await store.DeleteAsync(address, CancellationToken.None);
            }
        }
        catch (StoreFailedException)
        {
            return HealthCheckResult.Degraded("The evidence store (Evidence:Blob or Evidence:Path) takes no file: it is full, read-only or away. Screenshots are not kept.");
        }
        catch (IOException)
        {
            return HealthCheckResult.Degraded("The evidence store takes files, and does not give or delete them.");
        }
    }

    private async Task WriteAsync(byte[] content, string address, CancellationToken cancellationToken)
    {
        await using var pending = await store.BeginAsync(cancellationToken);
        try
        {
            await pending.Content.WriteAsync(content, cancellationToken);
            await pending.Content.FlushAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new StoreFailedException(exception);
        }

        await pending.KeepAsync(address, cancellationToken);
    }

    private async Task<bool> IsThereAsync(byte[] content, string address, CancellationToken cancellationToken)
    {
        await using var kept = await store.OpenAsync(address, cancellationToken);
        if (kept is null)
        {
            return false;
        }

        var read = new byte[ProbeBytes];
        return await kept.ReadAtLeastAsync(read, ProbeBytes, throwOnEndOfStream: false, cancellationToken) == ProbeBytes && read.AsSpan().SequenceEqual(content);
    }
}
