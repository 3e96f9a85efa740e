using System.Buffers;
using Newtonsoft.Json;

namespace Microsoft.Bot;

/// <summary>Lets the parser and the writer borrow their text buffers from the shared pool.</summary>
internal sealed class PooledChars : IArrayPool<char>
{
    public static PooledChars Instance { get; } = new();

    public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

    public void Return(char[] array) => ArrayPool<char>.Shared.Return(array);
}
