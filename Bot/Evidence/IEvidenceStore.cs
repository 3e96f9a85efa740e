namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Keeps the bytes of screenshots under their SHA-256 (64 lower-case hex digits). An outward port.</summary>
internal interface IEvidenceStore
{
    /// <summary>A place for one file whose hash is not known yet.</summary>
    Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken);

    /// <summary>The bytes as they were received, or <c>null</c> when there are none under this hash.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Removes the bytes for good. Does nothing when there are none.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Makes the store ready at the start of the process, and removes what a crash left half received.</summary>
    /// <returns>How many leftovers there were.</returns>
    Task<int> PrepareAsync(CancellationToken cancellationToken);
}

/// <summary>One file on its way in. Disposed without <see cref="KeepAsync"/>, nothing of it is left.</summary>
internal abstract class PendingEvidence : IAsyncDisposable
{
    /// <summary>Written while it is received, then read to recognise its type.</summary>
    public abstract Stream Content { get; }

    /// <summary>
    /// Keeps it under its hash; when this returns it survives a power cut. The same content kept twice is one file.
    /// </summary>
    public abstract Task KeepAsync(string sha256, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
