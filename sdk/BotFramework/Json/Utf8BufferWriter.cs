using System.Buffers;
using System.Text;

namespace Microsoft.Bot;

/// <summary>Writes text as UTF-8 into a buffer, collecting the many small pieces of a JSON writer first.</summary>
internal sealed class Utf8BufferWriter(IBufferWriter<byte> output) : TextWriter
{
    private const int CharBufferSize = 2048;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private char[] _chars = ArrayPool<char>.Shared.Rent(CharBufferSize);
    private int _count;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_count == _chars.Length)
        {
            Encode(_chars.AsSpan(0, _count), isLast: false);
        }

        _chars[_count++] = value;
    }

    public override void Write(string value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > _chars.Length - _count)
        {
            Encode(_chars.AsSpan(0, _count), isLast: false);
            if (buffer.Length > _chars.Length)
            {
                Encode(buffer, isLast: false);
                return;
            }
        }

        buffer.CopyTo(_chars.AsSpan(_count));
        _count += buffer.Length;
    }

    public override void Flush() => Encode(_chars.AsSpan(0, _count), isLast: true);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _chars.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_chars);
            _chars = [];
        }

        base.Dispose(disposing);
    }

    private void Encode(ReadOnlySpan<char> chars, bool isLast)
    {
        _encoder.Convert(chars, output, isLast, out _, out _);
        _count = 0;
    }
}
