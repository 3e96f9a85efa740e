using System.Buffers.Binary;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>Walks through the bytes of a picture. Every method says <c>false</c> when the file ends first; none reads past its end.</summary>
internal sealed class PictureReader(Stream content)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _next;
    private int _filled;

    /// <summary>Where the next byte stands in the file.</summary>
    public long Position => content.Position - (_filled - _next);

    /// <summary>The first bytes of the file, from its beginning; reading starts there too.</summary>
    public int Peek(Span<byte> head)
    {
        content.Position = 0;
        _next = 0;
        _filled = content.ReadAtLeast(_buffer, head.Length, throwOnEndOfStream: false);
        var count = Math.Min(head.Length, _filled);
        _buffer.AsSpan(0, count).CopyTo(head);
        return count;
    }

    public bool TryRead(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (!Fill())
            {
                return false;
            }

            var count = Math.Min(bytes.Length, _filled - _next);
            _buffer.AsSpan(_next, count).CopyTo(bytes);
            _next += count;
            bytes = bytes[count..];
        }

        return true;
    }

    public bool TryReadByte(out byte value)
    {
        if (!Fill())
        {
            value = 0;
            return false;
        }

        value = _buffer[_next++];
        return true;
    }

    public bool TryReadUInt32BigEndian(out uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        var read = TryRead(bytes);
        value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return read;
    }

    /// <summary>Passes over bytes that must be there.</summary>
    public bool TrySkip(long count)
    {
        var buffered = Math.Min(count, _filled - _next);
        _next += (int)buffered;
        count -= buffered;
        if (count == 0)
        {
            return true;
        }

        if (count > content.Length - content.Position)
        {
            return false;
        }

        content.Position += count;
        return true;
    }

    /// <summary>Passes over bytes that must be there and adds them to a checksum.</summary>
    public bool TryPass(long count, ref uint crc)
    {
        while (count > 0)
        {
            if (!Fill())
            {
                return false;
            }

            var part = (int)Math.Min(count, _filled - _next);
            crc = PngChecksum.Append(crc, _buffer.AsSpan(_next, part));
            _next += part;
            count -= part;
        }

        return true;
    }

    /// <summary>Passes over everything up to and including the next byte of this value.</summary>
    public bool TrySkipPast(byte value)
    {
        while (Fill())
        {
            var found = _buffer.AsSpan(_next, _filled - _next).IndexOf(value);
            if (found >= 0)
            {
                _next += found + 1;
                return true;
            }

            _next = _filled;
        }

        return false;
    }

    private bool Fill()
    {
        if (_next == _filled)
        {
            _next = 0;
            _filled = content.Read(_buffer);
        }

        return _filled > _next;
    }
}
