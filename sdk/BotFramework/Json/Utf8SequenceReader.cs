using System.Buffers;
using System.Text;

namespace Microsoft.Bot;

/// <summary>
/// Reads UTF-8 bytes as text, decoding straight into the buffer of whoever reads: no string and no buffer of its own.
/// A byte order mark is skipped; bytes that are not UTF-8 become U+FFFD.
/// </summary>
internal sealed class Utf8SequenceReader : TextReader
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private ReadOnlySequence<byte> _rest;
    private char? _carried;
    private bool _done;

    public Utf8SequenceReader(in ReadOnlySequence<byte> utf8)
    {
        Span<byte> start = stackalloc byte[3];
        var head = utf8.Slice(0, Math.Min(utf8.Length, start.Length));
        head.CopyTo(start);
        _rest = start.SequenceEqual(Encoding.UTF8.Preamble) ? utf8.Slice(3) : utf8;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        if (_carried is { } carried)
        {
            buffer[0] = carried;
            _carried = null;
            return 1;
        }

        return buffer.Length > 1 ? Decode(buffer) : DecodeOne(buffer);
    }

    /// <summary>The decoder wants room for a surrogate pair: the half that does not fit waits for the next read.</summary>
    private int DecodeOne(Span<char> buffer)
    {
        Span<char> pair = stackalloc char[2];
        var count = Decode(pair);
        if (count == 2)
        {
            _carried = pair[1];
        }

        pair[..1].CopyTo(buffer);
        return Math.Min(count, 1);
    }

    private int Decode(Span<char> buffer)
    {
        var total = 0;
        while (!_done && buffer.Length - total > 1)
        {
            var bytes = _rest.FirstSpan;
            var isLast = bytes.Length == _rest.Length;
            _decoder.Convert(bytes, buffer[total..], isLast, out var used, out var chars, out var completed);
            _rest = _rest.Slice(used);
            total += chars;
            _done = isLast && completed;
        }

        return total;
    }
}
