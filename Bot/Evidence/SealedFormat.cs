using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// How a sealed file is written: eight bytes that name the format, then chunks of 64 KiB, each encrypted with AES-256-GCM and followed by
/// its tag. A chunk's nonce is its number and whether it is the last (the STREAM construction, https://eprint.iacr.org/2015/189), and the
/// format and the evidence's id are authenticated with every chunk: none can be changed, left out, put elsewhere or taken from another file.
/// </summary>
/// <remarks>A key seals one file and is never used again; only therefore may the nonces of every file begin at zero.</remarks>
internal static class SealedFormat
{
    public const int ChunkSize = 64 * 1024;
    public const int KeySize = 32;
    public const int TagSize = 16;
    public const int SealedChunkSize = ChunkSize + TagSize;
    private const int NonceSize = 12;

    public static ReadOnlySpan<byte> Header => "RWCSEAL\u0001"u8;

    public static byte[] AssociatedData(Cases.EvidenceId id) => [.. Header, .. id.Value.ToByteArray(bigEndian: true)];

    /// <param name="sealedChunk">Takes the encrypted bytes and their tag.</param>
    public static void Seal(AesGcm key, Chunk chunk, ReadOnlySpan<byte> plain, Span<byte> sealedChunk, ReadOnlySpan<byte> associated)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(chunk, nonce);
        key.Encrypt(nonce, plain, sealedChunk[..plain.Length], sealedChunk.Slice(plain.Length, TagSize), associated);
    }

    /// <exception cref="BrokenSealException">It is not this chunk of this file, or was sealed with another key.</exception>
    public static void Open(AesGcm key, Chunk chunk, ReadOnlySpan<byte> sealedChunk, Span<byte> plain, ReadOnlySpan<byte> associated)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Nonce(chunk, nonce);
        try
        {
            key.Decrypt(nonce, sealedChunk[..^TagSize], sealedChunk[^TagSize..], plain, associated);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new BrokenSealException($"Chunk {chunk.Number} is not what was sealed.", exception);
        }
    }

    /// <summary>How many bytes were sealed into a file of this length.</summary>
    /// <exception cref="BrokenSealException">No sealed file is so long.</exception>
    public static long PlainLength(long sealedLength)
    {
        var body = sealedLength - Header.Length;
        var chunks = (body + SealedChunkSize - 1) / SealedChunkSize;
        var plain = body - (chunks * TagSize);
        return body >= TagSize && plain > (chunks - 1) * ChunkSize - (chunks == 1 ? 1 : 0)
            ? plain
            : throw new BrokenSealException("The file is cut off.");
    }

    private static void Nonce(Chunk chunk, Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], chunk.Number);
        nonce[^1] = chunk.IsLast ? (byte)1 : (byte)0;
    }

    /// <param name="Number">From 0.</param>
    internal readonly record struct Chunk(long Number, bool IsLast);
}
