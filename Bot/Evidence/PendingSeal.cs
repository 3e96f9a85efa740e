using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>A file on its way into the vault. Disposed without being kept, nothing of it is left, and its key is gone.</summary>
internal sealed class PendingSeal(PendingEvidence file) : IAsyncDisposable
{
    private readonly SealingStream _sealing = new(file.Content, new EvidenceId(Guid.NewGuid()));
    private SealingStream.Finished? _finished;

    public EvidenceId Id => _sealing.Id;

    /// <summary>Takes the plain bytes.</summary>
    public Stream Destination => _sealing;

    public SealingStream.Finished Finished => _finished ?? throw new InvalidOperationException("It is not finished yet.");

    public byte[] Key => _sealing.Key;

    /// <summary>Ends the file: now it can be looked at and kept.</summary>
    /// <exception cref="StoreFailedException"></exception>
    public async Task<SealingStream.Finished> FinishAsync(CancellationToken cancellationToken) =>
        _finished ??= await _sealing.FinishAsync(cancellationToken);

    /// <summary>The plain bytes as they were written, from the sealed file.</summary>
    public async Task<Stream> ReadAsync(CancellationToken cancellationToken) =>
        await UnsealedStream.OpenAsync(file.Content, Key, Id, leaveOpen: true, cancellationToken);

    public Task KeepAsync(CancellationToken cancellationToken) => file.KeepAsync(Finished.Address, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _sealing.DisposeAsync();
        await file.DisposeAsync();
    }
}
