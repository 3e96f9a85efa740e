using System.Buffers;
using System.IO.Pipelines;
using System.Net.Http.Headers;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot;

/// <summary>
/// The one place where JSON of the wire is read and written. One contract resolver for the life of the process:
/// a resolver of its own per client or per turn would work out the contract of every type again each time, which
/// costs milliseconds.
/// </summary>
internal static class BotJson
{
    public const string MediaType = "application/json";

    /// <summary>Deeper than any card; shallow enough that hostile nesting cannot exhaust the stack.</summary>
    public const int MaxDepth = 128;

    private static readonly MediaTypeHeaderValue ContentType = new(MediaType, "utf-8");

    public static JsonSerializerSettings Settings { get; } = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        TypeNameHandling = TypeNameHandling.None,
        // "$type" and "$ref" from the wire are data like any other: never acted on, never in the parser's way.
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        MaxDepth = MaxDepth,
        ContractResolver = new DefaultContractResolver(),
        Converters = { new Iso8601TimeSpanConverter() },
    };

    /// <summary>Safe to use from many threads at once, as long as nobody changes it.</summary>
    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(Settings);

    /// <exception cref="JsonException">The bytes are not JSON, or not JSON of a <typeparamref name="T"/>.</exception>
    public static T Read<T>(in ReadOnlySequence<byte> utf8) => Read<T>(utf8, Serializer);

    /// <inheritdoc cref="Read{T}(in ReadOnlySequence{byte})"/>
    public static T Read<T>(in ReadOnlySequence<byte> utf8, JsonSerializer serializer)
    {
        using var text = new Utf8SequenceReader(utf8);
        return Read<T>(text, serializer);
    }

    /// <inheritdoc cref="Read{T}(in ReadOnlySequence{byte})"/>
    public static T Read<T>(ReadOnlyMemory<byte> utf8) => Read<T>(new ReadOnlySequence<byte>(utf8), Serializer);

    /// <inheritdoc cref="Read{T}(in ReadOnlySequence{byte})"/>
    public static T Read<T>(string json)
    {
        using var text = new StringReader(json);
        return Read<T>(text, Serializer);
    }

    /// <summary>Buffers the stream, then parses it in one go: the parser itself never waits for the network.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, or not JSON of a <typeparamref name="T"/>.</exception>
    public static async ValueTask<T> ReadAsync<T>(Stream utf8, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer();
        int read;
        while ((read = await utf8.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
        {
            buffer.Advance(read);
        }

        return Read<T>(buffer.WrittenMemory);
    }

    /// <summary>Parses out of the pipe's own memory once all of it is there.</summary>
    /// <inheritdoc cref="ReadAsync{T}(Stream, CancellationToken)"/>
    public static async ValueTask<T> ReadAsync<T>(PipeReader utf8, CancellationToken cancellationToken)
    {
        var result = await utf8.ReadAsync(cancellationToken).ConfigureAwait(false);
        while (!result.IsCompleted)
        {
            utf8.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await utf8.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return Read<T>(result.Buffer);
        }
        finally
        {
            utf8.AdvanceTo(result.Buffer.End);
        }
    }

    public static void Write(IBufferWriter<byte> utf8, object value) => Write(utf8, value, Serializer);

    public static void Write(IBufferWriter<byte> utf8, object value, JsonSerializer serializer)
    {
        using var text = new Utf8BufferWriter(utf8);
        using var json = new JsonTextWriter(text) { ArrayPool = PooledChars.Instance, CloseOutput = false };
        serializer.Serialize(json, value);
        json.Flush();
        text.Flush();
    }

    public static byte[] ToUtf8(object value)
    {
        using var buffer = new PooledBuffer();
        Write(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// A request body. It owns its bytes rather than a pooled buffer, because a transport may still be reading them
    /// when a cancelled request is disposed.
    /// </summary>
    public static ByteArrayContent ToContent(object value)
    {
        var content = new ByteArrayContent(ToUtf8(value));
        content.Headers.ContentType = ContentType;
        return content;
    }

    private static T Read<T>(TextReader text, JsonSerializer serializer)
    {
        using var json = new JsonTextReader(text) { ArrayPool = PooledChars.Instance, CloseInput = false };
        try
        {
            return serializer.Deserialize<T>(json);
        }
        catch (ArgumentOutOfRangeException ex)
        {
            // A date outside the calendar, such as "/Date(99999999999999999)/", gets past the parser's own checks.
            throw new JsonSerializationException("A value is out of range.", ex);
        }
    }
}
