namespace Rowcroft.TeamsBot.Tests.Evidence;

/// <summary>Sealed bytes of which the second half can no longer be read.</summary>
internal sealed class BrokenStream(byte[] bytes, Exception failure) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) =>
        Position > Length / 2 ? throw failure : base.Read(buffer, offset, Math.Min(count, 100));
}
