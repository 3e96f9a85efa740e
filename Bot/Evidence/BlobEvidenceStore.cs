using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Sealed files in one container of Azure Blob Storage, each under its hash. A file is received, sealed, on this machine's temporary disk,
/// where it can be looked at before anybody keeps it, and then uploaded in blocks that become a blob all at once when the last is there.
/// </summary>
/// <remarks>
/// What a crash can leave: a temporary file without a name (the system removes it with the process), blocks without a blob (nobody can see
/// them; Azure removes them after a week), or a whole blob without a record, which the sweep removes.
/// </remarks>
internal sealed class BlobEvidenceStore(BlobContainerClient container) : IEvidenceStore
{
    private const int BlockSize = 1024 * 1024;
    private static readonly string Temporary = Path.Combine(Path.GetTempPath(), "rowcroft-evidence-" + Environment.UserName);

    /// <param name="loopback">Whether it may also be an emulator on this machine.</param>
    public static bool IsContainer(Uri address, bool loopback) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (loopback && address.IsLoopback))
        && new BlobUriBuilder(address) is { BlobContainerName.Length: > 0, BlobName: "", Sas: null };

    /// <param name="connectionString">Takes the place of the identity.</param>
    /// <param name="transport">How it is reached, where that is not the usual way.</param>
    public static BlobContainerClient Open(Uri address, string? connectionString, TokenCredential identity, HttpPipelineTransport? transport = null)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(30) } };
        options.Transport = transport ?? options.Transport;
        return connectionString is null
            ? new BlobContainerClient(address, identity, options)
            : new BlobContainerClient(connectionString, new BlobUriBuilder(address).BlobContainerName, options);
    }

    public Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken) =>
        Task.FromResult<PendingEvidence>(new PendingBlob(container, Nameless()));

    public async Task<Stream?> OpenAsync(string address, CancellationToken cancellationToken)
    {
        var copy = Nameless();
        try
        {
            await container.GetBlockBlobClient(Checked(address)).DownloadToAsync(copy, new BlobDownloadToOptions { TransferOptions = OneByOne }, cancellationToken);
            copy.Position = 0;
            return Interlocked.Exchange(ref copy, null);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (Exception exception) when (IsAway(exception))
        {
            throw new IOException("The evidence store does not answer", exception);
        }
        finally
        {
            await (copy?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    public Task DeleteAsync(string address, CancellationToken cancellationToken) =>
        container.DeleteBlobIfExistsAsync(Checked(address), DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        OwnFiles.CreateDirectory(Temporary);
        await AskAsync(async () =>
        {
            // In the cloud the template has made it, and the bot's identity may use the container, not make one.
            if (!await container.ExistsAsync(cancellationToken))
            {
                await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken);
            }
        });
    }

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await Nameless().DisposeAsync();
        await AskAsync(() => container.GetPropertiesAsync(cancellationToken: cancellationToken));
    }

    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        OwnFiles.CreateDirectory(Temporary);
        return Task.FromResult(OwnFiles.Sweep(Temporary, before));
    }

    public async IAsyncEnumerable<KeptFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (IsAddress(blob.Name))
            {
                yield return new KeptFile(blob.Name, blob.Properties.LastModified ?? DateTimeOffset.MaxValue);
            }
        }
    }

    private static StorageTransferOptions OneByOne => new()
    {
        InitialTransferSize = BlockSize,
        MaximumTransferSize = BlockSize,
        MaximumConcurrency = 1,
    };

    /// <summary>A file that is gone when it is closed, or when the process dies: its name is taken from it at once.</summary>
    private static FileStream Nameless()
    {
        try
        {
            OwnFiles.CreateDirectory(Temporary);
            var path = Path.Combine(Temporary, Guid.NewGuid().ToString("N"));
            var file = OwnFiles.Create(path);
            File.Delete(path);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFailedException(exception);
        }
    }

    private static async Task AskAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception exception) when (IsAway(exception))
        {
            throw new StoreFailedException(exception);
        }
    }

    // After its retries the library throws all attempts together.
    private static bool IsAway(Exception exception) =>
        exception is RequestFailedException or AuthenticationFailedException or IOException
        || (exception is AggregateException all && all.InnerExceptions.All(IsAway))
        || (exception is TaskCanceledException { InnerException: TimeoutException });

    /// <exception cref="ArgumentException">Not a hash: nothing else may become a blob's name.</exception>
    private static string Checked(string address) => IsAddress(address) ? address : throw new ArgumentException("Not a SHA-256", nameof(address));

    private static bool IsAddress(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private sealed class PendingBlob(BlobContainerClient container, FileStream content) : PendingEvidence
    {
        public override Stream Content => content;

        public override async Task KeepAsync(string address, CancellationToken cancellationToken)
        {
            content.Position = 0;
            var how = new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                TransferOptions = OneByOne,
            };
            try
            {
                await container.GetBlockBlobClient(Checked(address)).UploadAsync(content, how, cancellationToken);
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobAlreadyExists)
            {
                // Its name is its hash: an attempt whose answer was lost had come through.
            }
            catch (Exception exception) when (IsAway(exception))
            {
                throw new StoreFailedException(exception);
            }
        }

        public override ValueTask DisposeAsync() => content.DisposeAsync();
    }
}
