using Microsoft.Extensions.Options;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Evidence as files: <c>ab/cd/abcd…</c> below <see cref="EvidenceOptions.Path"/>, readable by the bot's own account only. A file appears
/// under its hash by an atomic rename, so it is never there in part.
/// </summary>
internal sealed class FileEvidenceStore(IOptions<EvidenceOptions> options, TimeProvider time) : IEvidenceStore
{
    /// <summary>Longer than any download can take: what is older was left by a crash, what is younger may belong to another instance.</summary>
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromMinutes(10);

    private const UnixFileMode OwnerOnlyDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _root = Path.GetFullPath(options.Value.Path);

    private string Incoming => Path.Combine(_root, "incoming");

    public Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken)
    {
        CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        return Task.FromResult<PendingEvidence>(new PendingFile(this, path, Create(path)));
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(sha256), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task<int> PrepareAsync(CancellationToken cancellationToken)
    {
        CreateDirectory(_root);
        CreateDirectory(Incoming);
        var old = time.GetUtcNow() - LeftoverAge;
        var leftovers = new DirectoryInfo(Incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < old.UtcDateTime).ToList();
        leftovers.ForEach(file => file.Delete());
        return Task.FromResult(leftovers.Count);
    }

    /// <exception cref="ArgumentException">Not a hash: nothing else may become part of a path.</exception>
    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_root, sha256[..2], sha256[2..4], sha256)
        : throw new ArgumentException("Not a SHA-256", nameof(sha256));

    private static FileStream Create(string path)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
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

        public override async Task KeepAsync(string sha256, CancellationToken cancellationToken)
        {
            await content.FlushAsync(cancellationToken);
            content.Flush(flushToDisk: true);
            var target = store.PathOf(sha256);
            var second = Path.GetDirectoryName(target)!;
            CreateDirectory(Path.GetDirectoryName(second)!);
            CreateDirectory(second);
            if (!File.Exists(target) || new FileInfo(target).Length != content.Length)
            {
                File.Move(path, target, overwrite: true);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            await content.DisposeAsync();
            File.Delete(path); // moved away if it was kept
        }
    }
}
