namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Keeps sealed bytes under their own SHA-256 (64 lower-case hex digits), so that it can be checked without any key. It knows nothing of
/// what is inside. An outward port.
/// </summary>
internal interface IEvidenceStore
{
    /// <summary>A place for one file whose hash is not known yet.</summary>
    /// <exception cref="StoreFailedException"></exception>
    Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken);

    /// <summary>The sealed bytes, seekable, or <c>null</c> when there are none at this address.</summary>
    /// <exception cref="IOException">They cannot be read just now.</exception>
    Task<Stream?> OpenAsync(string address, CancellationToken cancellationToken);

    /// <summary>Removes the bytes for good. Does nothing when there are none.</summary>
    Task DeleteAsync(string address, CancellationToken cancellationToken);

    /// <summary>Makes the store ready at the start of the process.</summary>
    /// <exception cref="IOException">It is where no store can be: a failed start.</exception>
    /// <exception cref="StoreFailedException">It is away for now.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Tries whether a file could be taken now; leaves nothing.</summary>
    /// <exception cref="StoreFailedException"></exception>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Removes what a crash left half received before this instant.</summary>
    /// <returns>How many leftovers there were.</returns>
    Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Every file that is kept.</summary>
    IAsyncEnumerable<KeptFile> ListAsync(CancellationToken cancellationToken);
}

/// <summary>One file on its way in. Disposed without <see cref="KeepAsync"/>, nothing of it is left.</summary>
internal abstract class PendingEvidence : IAsyncDisposable
{
    /// <summary>Takes the sealed bytes; seekable, so that what was received can be looked at before it is kept.</summary>
    public abstract Stream Content { get; }

    /// <summary>Keeps it under its hash, all of it or nothing; when this returns it survives a power cut.</summary>
    /// <exception cref="StoreFailedException"></exception>
    public abstract Task KeepAsync(string address, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <param name="KeptAt">By the store's clock.</param>
internal readonly record struct KeptFile(string Address, DateTimeOffset KeptAt);
