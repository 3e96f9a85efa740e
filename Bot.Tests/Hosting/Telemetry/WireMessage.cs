using System.Text;

namespace Rowcroft.TeamsBot.Tests.Hosting.Telemetry;

/// <summary>A Protocol Buffers message as it came over the wire: fields by number, without a schema.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal sealed class WireMessage
{
    private readonly List<(int Field, byte[] Bytes)> _parts = [];
    private readonly Dictionary<int, ulong> _numbers = [];

    public WireMessage(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var key = Varint(ref bytes);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _numbers[field] = Varint(ref bytes);
                    break;
                case 1:
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    _parts.Add((field, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    bytes = bytes[4..];
                    break;
                default:
                    throw new FormatException("Not a message.");
            }
        }
    }

    public IEnumerable<WireMessage> All(int field) => Bytes(field).Select(bytes => new WireMessage(bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).LastOrDefault() ?? []);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).LastOrDefault() ?? []);

    public ulong Number(int field) => _numbers.GetValueOrDefault(field);

    private IEnumerable<byte[]> Bytes(int field) => _parts.Where(part => part.Field == field).Select(part => part.Bytes);

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
