using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>A store on a disk that takes so many bytes of a file and then no more.</summary>
internal sealed class FullStore(IEvidenceStore inner) : IEvidenceStore
{
    /// <summary>What happens to the first byte that <see cref="Room"/> does not hold.</summary>
    public Exception Failure { get; set; } = new IOException("No space left on device");

    public long Room { get; set; } = long.MaxValue;

    public async Task<PendingEvidence> BeginAsync(CancellationToken cancellationToken) =>
        new CrampedFile(await inner.BeginAsync(cancellationToken), this);

    public Task<Stream?> OpenAsync(string address, CancellationToken cancellationToken) => inner.OpenAsync(address, cancellationToken);

    public Task DeleteAsync(string address, CancellationToken cancellationToken) => inner.DeleteAsync(address, cancellationToken);

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) => inner.ProbeAsync(cancellationToken);

    public Task<int> SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => inner.SweepAsync(before, cancellationToken);

    public IAsyncEnumerable<KeptFile> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    private sealed class CrampedFile(PendingEvidence inner, FullStore store) : PendingEvidence
    {
        public override Stream Content { get; } = new CrampedStream(inner.Content, store);

        public override Task KeepAsync(string address, CancellationToken cancellationToken) => inner.KeepAsync(address, cancellationToken);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class CrampedStream(Stream inner, FullStore store) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        // As a disk does it: what there is room for is written, and then it fails.
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var room = Math.Min(buffer.Length, Math.Max(0, store.Room - inner.Position));
            inner.Write(buffer[..(int)room]);
            if (room < buffer.Length)
            {
                throw store.Failure;
            }
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Flush() => inner.Flush();
    }
}
