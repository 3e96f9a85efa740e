using System.Buffers;
using System.Security.Cryptography;
using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// Seals what is written to it, chunk by chunk, and hashes it on the way: plain bytes are in memory only, one chunk at a time.
/// <see cref="SetLength"/>(0) begins again, with a new key: a picture that is downloaded twice may not be the same the second time, and
/// two contents under one key and nonce would give both away.
/// </summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream _sealed;
    private readonly byte[] _associated;
    private readonly byte[] _plain = ArrayPool<byte>.Shared.Rent(SealedFormat.ChunkSize);
    private readonly byte[] _chunk = ArrayPool<byte>.Shared.Rent(SealedFormat.SealedChunkSize);
    private readonly IncrementalHash _plainHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _sealedHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private AesGcm? _aes;
    private long _number;
    private int _filled;
    private bool _disposed;

    /// <param name="sealedBytes">Empty, and not closed with this one.</param>
    public SealingStream(Stream sealedBytes, EvidenceId id)
    {
        _sealed = sealedBytes;
        _associated = SealedFormat.AssociatedData(id);
        Id = id;
    }

    public EvidenceId Id { get; }

    /// <summary>What opens the file. Cleared when this is disposed.</summary>
    public byte[] Key { get; } = new byte[SealedFormat.KeySize];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>How many plain bytes were written.</summary>
    public override long Length => (_number * SealedFormat.ChunkSize) + _filled;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Ends the file. Nothing can be written after it.</summary>
    /// <exception cref="StoreFailedException"></exception>
    public async Task<Finished> FinishAsync(CancellationToken cancellationToken)
    {
        var size = Length;
        await WriteChunkAsync(isLast: true, cancellationToken);
        return new Finished(
            size,
            Convert.ToHexStringLower(_plainHash.GetHashAndReset()),
            Convert.ToHexStringLower(_sealedHash.GetHashAndReset()));
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == SealedFormat.ChunkSize)
            {
                await WriteChunkAsync(isLast: false, cancellationToken);
            }

            buffer = buffer[Take(buffer.Span)..];
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (_filled == SealedFormat.ChunkSize)
            {
                WriteChunk();
            }

            buffer = buffer[Take(buffer)..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void SetLength(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0);
        _aes?.Dispose();
        _aes = null;
        _plainHash.GetHashAndReset();
        _sealedHash.GetHashAndReset();
        (_number, _filled) = (0, 0);
        try
        {
            _sealed.SetLength(0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFailedException(exception);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _aes?.Dispose();
            _plainHash.Dispose();
            _sealedHash.Dispose();
            CryptographicOperations.ZeroMemory(Key);
            ArrayPool<byte>.Shared.Return(_plain, clearArray: true); // it held somebody's picture
            ArrayPool<byte>.Shared.Return(_chunk);
        }

        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> buffer)
    {
        var count = Math.Min(buffer.Length, SealedFormat.ChunkSize - _filled);
        buffer[..count].CopyTo(_plain.AsSpan(_filled));
        _filled += count;
        return count;
    }

    private async ValueTask WriteChunkAsync(bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            if (_aes is null)
            {
                await _sealed.WriteAsync(Begin(), cancellationToken);
            }

            await _sealed.WriteAsync(SealChunk(isLast), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFailedException(exception);
        }
    }

    private void WriteChunk()
    {
        try
        {
            if (_aes is null)
            {
                _sealed.Write(Begin().Span);
            }

            _sealed.Write(SealChunk(isLast: false).Span);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreFailedException(exception);
        }
    }

    private ReadOnlyMemory<byte> Begin()
    {
        RandomNumberGenerator.Fill(Key);
        _aes = new AesGcm(Key, SealedFormat.TagSize);
        var header = SealedFormat.Header.ToArray();
        _sealedHash.AppendData(header);
        return header;
    }

    private ReadOnlyMemory<byte> SealChunk(bool isLast)
    {
        var plain = _plain.AsSpan(0, _filled);
        var length = _filled + SealedFormat.TagSize;
        _plainHash.AppendData(plain);
        SealedFormat.Seal(_aes!, new SealedFormat.Chunk(_number, isLast), plain, _chunk.AsSpan(0, length), _associated);
        _sealedHash.AppendData(_chunk, 0, length);
        _number++;
        _filled = 0;
        return _chunk.AsMemory(0, length);
    }

    /// <param name="Size">Of the plain bytes.</param>
    /// <param name="Sha256">Of the plain bytes: 64 lower-case hex digits, like <paramref name="Address"/>.</param>
    /// <param name="Address">SHA-256 of the sealed bytes.</param>
    internal sealed record Finished(long Size, string Sha256, string Address);
}
