using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Sealed files: <c>ab/cd/abcd…</c> below <see cref="EvidenceOptions.Path"/>, readable by the bot's own account only. A file appears under
/// its hash by an atomic rename, so it is never there in part.
/// </summary>
internal sealed class FileEvidenceStore(IOptions<EvidenceOptions> options, TimeProvider time) : IEvidenceStore
{
    private const UnixFileMode OwnerOnlyDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TimeProvider _time = time;
    private readonly string _root = Path.GetFullPath(options.Value.Path);

    private string Incoming => Path.Combine(_root, "incoming");

    public Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            CreateDirectory(Incoming);
            var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
            return Task.FromResult<PendingEvidence>(new PendingFile(this, path, Create(path)));
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
        CreateDirectory(_root);
        CreateDirectory(Incoming);
        return Task.CompletedTask;
    }

    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var leftovers = new DirectoryInfo(Incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        leftovers.ForEach(file => file.Delete());
        return Task.FromResult(leftovers.Count);
    }

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

    private static FileStream Create(string path)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0, // it is written by the chunk
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnlyFile;
        }

        return new FileStream(path, how);
    }

    private static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, OwnerOnlyDirectory);
        File.SetUnixFileMode(path, OwnerOnlyDirectory); // one that was there before may be open to others
    }

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
                CreateDirectory(Path.GetDirectoryName(second)!);
                CreateDirectory(second);
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
            File.Delete(path); // moved away if it was kept
        }
    }
}
