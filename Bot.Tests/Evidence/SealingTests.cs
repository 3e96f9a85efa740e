using System.Security.Cryptography;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Evidence;

namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>The format of sealed files: what went in comes out, and nothing that was changed ever does.</summary>
public sealed class SealingTests
{
    private const int Chunk = SealedFormat.ChunkSize;
    private static readonly EvidenceId Id = new(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

    public static TheoryData<int> Sizes => [0, 1, Chunk - 1, Chunk, Chunk + 1, (2 * Chunk) - 1, 2 * Chunk, (3 * Chunk) + 7];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task What_Was_Sealed_Comes_Out_Byte_For_Byte(int size)
    {
        var plain = RandomNumberGenerator.GetBytes(size);
        var (bytes, key, finished) = await SealAsync(plain, writes: 5000);

        Assert.Equal(
            (size, Convert.ToHexStringLower(SHA256.HashData(plain)), Convert.ToHexStringLower(SHA256.HashData(bytes))),
            ((int)finished.Size, finished.Sha256, finished.Address));
        Assert.Equal(plain, await OpenAsync(bytes, key));
        await using var stream = await UnsealedStream.OpenAsync(new MemoryStream(bytes), key, Id, leaveOpen: false, default);
        Assert.Equal(size, stream.Length);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal(plain, copy.ToArray());
    }

    [Fact]
    public async Task It_Can_Be_Read_From_Any_Place()
    {
        var plain = RandomNumberGenerator.GetBytes((3 * Chunk) + 100);
        var (bytes, key, _) = await SealAsync(plain);
        await using var stream = await UnsealedStream.OpenAsync(new MemoryStream(bytes), key, Id, leaveOpen: false, default);
        foreach (var position in new[] { 2 * Chunk, 5, Chunk - 3, (3 * Chunk) + 90 })
        {
            var expected = plain[position..Math.Min(position + 10, plain.Length)];
            var read = new byte[expected.Length];
            stream.Seek(position, SeekOrigin.Begin);
            stream.ReadExactly(read);
            Assert.Equal(expected, read);
            stream.Position = position;
            await stream.ReadExactlyAsync(read);
            Assert.Equal(expected, read);
        }

        stream.Seek(0, SeekOrigin.End);
        Assert.Equal(-1, stream.ReadByte());
        Assert.Throws<IOException>(() => stream.Position = -1);
    }

    [Fact]
    public async Task Nothing_Of_The_Picture_Stands_In_The_Sealed_Bytes()
    {
        var plain = Enumerable.Repeat("The post named Ann. "u8.ToArray(), 10_000).SelectMany(bytes => bytes).ToArray();
        var (bytes, _, _) = await SealAsync(plain);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("named"u8));
        var (again, _, _) = await SealAsync(plain);
        Assert.NotEqual(bytes, again);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(8 + Chunk)]
    [InlineData(8 + Chunk + 16)]
    [InlineData(-1)]
    public async Task A_Flipped_Bit_Is_Found(int index)
    {
        var (bytes, key, _) = await SealAsync(RandomNumberGenerator.GetBytes(2 * Chunk));
        bytes[index < 0 ? ^1 : index] ^= 1;
        await Assert.ThrowsAsync<BrokenSealException>(() => OpenAsync(bytes, key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(8 + Chunk + 16)]
    [InlineData(8 + Chunk + 16 + 10)]
    [InlineData(8 + (2 * (Chunk + 16)))]
    public async Task A_File_That_Lost_Its_End_Is_Found_Even_At_The_End_Of_A_Chunk(int length)
    {
        var (bytes, key, _) = await SealAsync(RandomNumberGenerator.GetBytes(3 * Chunk));
        await Assert.ThrowsAsync<BrokenSealException>(() => OpenAsync(bytes[..length], key));
    }

    [Fact]
    public async Task Chunks_In_Another_Order_Or_Twice_Are_Found()
    {
        var (bytes, key, _) = await SealAsync(RandomNumberGenerator.GetBytes(3 * Chunk));
        var chunks = bytes[8..].Chunk(SealedFormat.SealedChunkSize).ToArray();
        foreach (var order in new int[][] { [1, 0, 2], [0, 0, 2], [0, 2], [0, 1, 1, 2], [0, 1, 2, 2] })
        {
            byte[] other = [.. bytes[..8], .. order.SelectMany(number => chunks[number])];
            await Assert.ThrowsAsync<BrokenSealException>(() => OpenAsync(other, key));
        }
    }

    [Fact]
    public async Task One_Files_Bytes_Do_Not_Open_As_Anothers()
    {
        var (bytes, key, _) = await SealAsync([1, 2, 3]);
        await Assert.ThrowsAsync<BrokenSealException>(() => OpenAsync(bytes, key, new EvidenceId(Guid.NewGuid())));
        await Assert.ThrowsAsync<BrokenSealException>(() => OpenAsync(bytes, RandomNumberGenerator.GetBytes(32)));
    }

    [Fact]
    public async Task Beginning_Again_Takes_A_New_Key_Because_The_Bytes_May_Be_Others()
    {
        var (first, second) = (RandomNumberGenerator.GetBytes(2 * Chunk), RandomNumberGenerator.GetBytes(Chunk + 1));
        using var file = new MemoryStream();
        await using var sealing = new SealingStream(file, Id);
        await sealing.WriteAsync(first);
        var firstKey = sealing.Key.ToArray();

        sealing.SetLength(0);
        await sealing.WriteAsync(second);
        var finished = await sealing.FinishAsync(default);

        Assert.NotEqual(firstKey, sealing.Key);
        Assert.Equal((second.Length, Convert.ToHexStringLower(SHA256.HashData(second))), ((int)finished.Size, finished.Sha256));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.ToArray())), finished.Address);
        Assert.Equal(second, await OpenAsync(file.ToArray(), sealing.Key));
    }

    private static async Task<(byte[] Bytes, byte[] Key, SealingStream.Finished Finished)> SealAsync(byte[] plain, int writes = int.MaxValue)
    {
        using var file = new MemoryStream();
        await using var sealing = new SealingStream(file, Id);
        foreach (var part in plain.Chunk(writes))
        {
            await sealing.WriteAsync(part);
        }

        var finished = await sealing.FinishAsync(default);
        return (file.ToArray(), sealing.Key.ToArray(), finished);
    }

    private static async Task<byte[]> OpenAsync(byte[] bytes, byte[] key, EvidenceId? id = null)
    {
        await using var stream = await UnsealedStream.OpenAsync(new MemoryStream(bytes), key, id ?? Id, leaveOpen: false, default);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
