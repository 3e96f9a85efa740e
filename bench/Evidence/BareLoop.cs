using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rowcroft.Bench.Evidence;

/// <summary>
/// The least that keeping a picture can cost: read it over HTTP, hash it, encrypt it, write it, wait for the disk, give it its name.
/// Nothing is looked at.
/// </summary>
internal sealed class BareLoop(string folder) : IDisposable
{
    private const int ChunkSize = 64 * 1024;
    private const int TagSize = 16;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    public async Task KeepAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await _http.SendAsync(request, CancellationToken.None);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var path = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var aes = new AesGcm(RandomNumberGenerator.GetBytes(32), TagSize);
        var (plain, chunk, nonce, count) = (new byte[ChunkSize], new byte[ChunkSize + TagSize], new byte[12], 0);
        int read;
        while ((read = await body.ReadAtLeastAsync(plain, ChunkSize, throwOnEndOfStream: false)) > 0)
        {
            hash.AppendData(plain, 0, read);
            BinaryPrimitives.WriteInt32BigEndian(nonce, count++);
            aes.Encrypt(nonce, plain.AsSpan(0, read), chunk.AsSpan(0, read), chunk.AsSpan(read, TagSize));
            file.Write(chunk, 0, read + TagSize);
        }

        file.Flush(flushToDisk: true);
        File.Move(path, Path.Combine(folder, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    public void Dispose() => _http.Dispose();
}
