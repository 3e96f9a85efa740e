using System.Buffers;
using System.Security.Cryptography;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Reads the plain bytes of a sealed file: seekable, one decrypted chunk in memory at a time.</summary>
/// <remarks>Reading throws <see cref="BrokenSealException"/> where a chunk is not what was sealed.</remarks>
internal sealed class UnsealedStream : Stream
{
    private readonly Stream _sealed;
    private readonly bool _leaveOpen;
    private readonly byte[] _associated;
    private readonly byte[] _plain = ArrayPool<byte>.Shared.Rent(SealedFormat.ChunkSize);
    private readonly byte[] _chunk = ArrayPool<byte>.Shared.Rent(SealedFormat.SealedChunkSize);
    private readonly AesGcm _aes;
    private long _position;
    private long _loaded = -1;
    private bool _disposed;

    private UnsealedStream(Stream sealedBytes, ReadOnlySpan<byte> key, EvidenceId id, bool leaveOpen)
    {
        (_sealed, _leaveOpen) = (sealedBytes, leaveOpen);
        _associated = SealedFormat.AssociatedData(id);
        _aes = new AesGcm(key, SealedFormat.TagSize);
        Length = SealedFormat.PlainLength(sealedBytes.Length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("There is nothing before the beginning.");
    }

    private long LastChunk => Math.Max(0, Length - 1) / SealedFormat.ChunkSize;

    /// <summary>Opens a sealed file and checks its first chunk, so that a wrong key or file is found here.</summary>
    /// <param name="sealedBytes">Seekable. Closed with the stream that is returned, and when this fails, unless it is left open.</param>
    /// <exception cref="BrokenSealException"></exception>
    public static async Task<UnsealedStream> OpenAsync(
        Stream sealedBytes, byte[] key, EvidenceId id, bool leaveOpen, CancellationToken cancellationToken)
    {
        UnsealedStream? opened = null;
        try
        {
            var header = new byte[SealedFormat.Header.Length];
            sealedBytes.Position = 0;
            await sealedBytes.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
            if (!SealedFormat.Header.SequenceEqual(header))
            {
                throw new BrokenSealException("It is no sealed file of a known format.");
            }

            opened = new UnsealedStream(sealedBytes, key, id, leaveOpen);
            await opened.LoadAsync(0, cancellationToken);
            return opened;
        }
        catch
        {
            await (opened?.DisposeAsync() ?? (leaveOpen ? ValueTask.CompletedTask : sealedBytes.DisposeAsync()));
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length)
        {
            return 0;
        }

        var chunk = _position / SealedFormat.ChunkSize;
        if (chunk != _loaded)
        {
            await LoadAsync(chunk, cancellationToken);
        }

        return Give(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length)
        {
            return 0;
        }

        var chunk = _position / SealedFormat.ChunkSize;
        if (chunk != _loaded)
        {
            var length = Seek(chunk);
            Open(chunk, length, _sealed.ReadAtLeast(_chunk.AsSpan(0, length), length, throwOnEndOfStream: false));
        }

        return Give(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_leaveOpen)
        {
            await _sealed.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _aes.Dispose();
            ArrayPool<byte>.Shared.Return(_plain, clearArray: true); // it held somebody's picture
            ArrayPool<byte>.Shared.Return(_chunk);
            if (!_leaveOpen)
            {
                _sealed.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private async ValueTask LoadAsync(long chunk, CancellationToken cancellationToken)
    {
        var length = Seek(chunk);
        Open(chunk, length, await _sealed.ReadAtLeastAsync(_chunk.AsMemory(0, length), length, throwOnEndOfStream: false, cancellationToken));
    }

    /// <returns>How many sealed bytes this chunk has.</returns>
    private int Seek(long chunk)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _loaded = -1;
        _sealed.Position = SealedFormat.Header.Length + (chunk * SealedFormat.SealedChunkSize);
        return (int)Math.Min(SealedFormat.ChunkSize, Length - (chunk * SealedFormat.ChunkSize)) + SealedFormat.TagSize;
    }

    private void Open(long chunk, int length, int read)
    {
        if (read < length)
        {
            throw new BrokenSealException("The file lost its end while it was read.");
        }

        SealedFormat.Open(
            _aes,
            new SealedFormat.Chunk(chunk, chunk == LastChunk),
            _chunk.AsSpan(0, length),
            _plain.AsSpan(0, length - SealedFormat.TagSize),
            _associated);
        _loaded = chunk;
    }

    private int Give(Span<byte> buffer)
    {
        var offset = (int)(_position % SealedFormat.ChunkSize);
        var count = (int)Math.Min(Math.Min(buffer.Length, SealedFormat.ChunkSize - offset), Length - _position);
        _plain.AsSpan(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
