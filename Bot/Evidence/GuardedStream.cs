namespace Rowcroft.TeamsBot.Evidence;

/// <summary>
/// What the decoder reads from. Its native code calls back for bytes, and an exception on that way would end the process: here the file
/// seems to end instead, and the reason is kept for the caller.
/// </summary>
internal sealed class GuardedStream(Stream inner) : Stream
{
    public Exception? Failure { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            // All that is asked for: the decoder takes fewer bytes for the end of the file.
            return Failure is null ? inner.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) : 0;
        }
        catch (Exception exception) // whatever it is: see above
        {
            Failure = exception;
            return 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        try
        {
            return inner.Seek(offset, origin);
        }
        catch (Exception exception) // whatever it is: see above
        {
            Failure ??= exception;
            return 0;
        }
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
