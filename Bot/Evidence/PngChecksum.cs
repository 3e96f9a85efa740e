using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>The CRC-32 that guards each chunk of a PNG, eight bytes at a time. https://www.w3.org/TR/png-3/#D-CRCAppendix.</summary>
internal static class PngChecksum
{
    public const uint Start = uint.MaxValue;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>Goes on from <paramref name="crc"/>, which begins as <see cref="Start"/>.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][(byte)high] ^ Tables[2][(byte)(high >> 8)] ^ Tables[1][(byte)(high >> 16)] ^ Tables[0][high >> 24];
        }

        foreach (var value in bytes)
        {
            crc = Tables[0][(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    /// <summary>As it is written in the file.</summary>
    public static uint End(uint crc) => ~crc;

    private static uint[][] MakeTables()
    {
        var tables = Enumerable.Range(0, 8).Select(_ => new uint[256]).ToArray();
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }

            tables[0][value] = crc;
        }

        for (var value = 0; value < 256; value++)
        {
            for (var table = 1; table < 8; table++)
            {
                var crc = tables[table - 1][value];
                tables[table][value] = tables[0][(byte)crc] ^ (crc >> 8);
            }
        }

        return tables;
    }
}
