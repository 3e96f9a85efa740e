using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Sealed files: <c>ab/cd/abcd…</c> below <see cref="EvidenceOptions.Path"/>, readable by the bot's own account only. A file appears under
/// its hash by an atomic rename, so it is never there in part.
/// </summary>
internal sealed class FileEvidenceStore(IOptions<EvidenceOptions> options, TimeProvider time) : IEvidenceStore
{
    private readonly TimeProvider _time = time;
    private readonly string _root = Path.GetFullPath(options.Value.Path);

    // As much as a file system gives away at once: a full one may still have a few bytes.
    private static readonly byte[] Probe = new byte[64 * 1024];

    private string Incoming => Path.Combine(_root, "incoming");

    public Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            OwnFiles.CreateDirectory(Incoming);
            var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
            return Task.FromResult<PendingEvidence>(new PendingFile(this, path, OwnFiles.Create(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFailedException(exception);
        }
    }

    public Task<Stream?> OpenAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(address), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Share = FileShare.Read | FileShare.Delete,
                BufferSize = 0, // it is read by the chunk
                Options = FileOptions.Asynchronous,
            }));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string address, CancellationToken cancellationToken)
    {
        var path = PathOf(address);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        OwnFiles.CreateDirectory(_root);
        OwnFiles.CreateDirectory(Incoming);
        return Task.CompletedTask;
    }

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await using var pending = await BeginAsync(cancellationToken);
        try
        {
            await pending.Content.WriteAsync(Probe, cancellationToken);
            pending.Content.Flush();
        }
        catch (IOException exception)
        {
            throw new StoreFailedException(exception);
        }
    }

    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult(OwnFiles.Sweep(Incoming, before));

    public async IAsyncEnumerable<KeptFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => IsAddress(file.Name)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new KeptFile(file.Name, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
        }
    }

    /// <exception cref="ArgumentException">Not a hash: nothing else may become part of a path.</exception>
    private string PathOf(string address) => IsAddress(address)
        ? Path.Combine(_root, address[..2], address[2..4], address)
        : throw new ArgumentException("Not a SHA-256", nameof(address));

    private static bool IsAddress(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private sealed class PendingFile(FileEvidenceStore store, string path, FileStream content) : PendingEvidence
    {
        public override Stream Content => content;

        public override Task KeepAsync(string address, CancellationToken cancellationToken)
        {
            try
            {
                content.Flush(flushToDisk: true);

                // Its age counts from now, not from its last byte: it may have waited for the others of its message.
                File.SetLastWriteTimeUtc(content.SafeFileHandle, store._time.GetUtcNow().UtcDateTime);
                var target = store.PathOf(address);
                var second = Path.GetDirectoryName(target)!;
                OwnFiles.CreateDirectory(Path.GetDirectoryName(second)!);
                OwnFiles.CreateDirectory(second);
                File.Move(path, target, overwrite: true);
                return Task.CompletedTask;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new StoreFailedException(exception);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            await content.DisposeAsync();
            try
            {
                File.Delete(path); // moved away if it was kept
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The store cannot be written to any more: the sweep tries again.
            }
        }
    }
}
