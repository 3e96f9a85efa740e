using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Recognises whether a state has changed by a hash of its JSON. The JSON is hashed as it is written and never kept:
/// a turn would otherwise hold two copies of it for as long as it runs.
/// </summary>
internal sealed class StateFingerprint : TextWriter
{
    private static readonly JsonSerializer Serializer = new() { MaxDepth = null };
    private static readonly byte[] Empty = Compute(new Dictionary<string, object>());

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly char[] _pending = new char[512];
    private int _count;

    private StateFingerprint()
    {
    }

    public override Encoding Encoding => Encoding.Unicode;

    public static byte[] Of(IDictionary<string, object> state) => state is { Count: 0 } && Empty != null ? Empty : Compute(state);

    public override void Write(char value)
    {
        if (_count == _pending.Length)
        {
            Flush();
        }

        _pending[_count++] = value;
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > _pending.Length - _count)
        {
            Flush();
        }

        if (buffer.Length > _pending.Length)
        {
            _hash.AppendData(MemoryMarshal.AsBytes(buffer));
            return;
        }

        buffer.CopyTo(_pending.AsSpan(_count));
        _count += buffer.Length;
    }

    public override void Flush()
    {
        _hash.AppendData(MemoryMarshal.AsBytes(_pending.AsSpan(0, _count)));
        _count = 0;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Compute(IDictionary<string, object> state)
    {
        using var fingerprint = new StateFingerprint();
        Serializer.Serialize(fingerprint, state);
        fingerprint.Flush();
        return fingerprint._hash.GetHashAndReset();
    }
}
