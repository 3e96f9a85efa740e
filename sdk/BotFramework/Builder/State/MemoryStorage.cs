using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Keeps everything in this process's memory, as JSON, so that what is read back is a copy. For tests and a single
/// machine: gone with the process.
/// </summary>
public class MemoryStorage : IStorage
{
    private const string ETagName = "eTag";

    // Type names are written so that what comes back has the type that went in. The content never leaves this process.
    private static readonly JsonSerializer DefaultSerializer = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,
        MaxDepth = null,
    };

    private readonly JsonSerializer _serializer;
    private readonly Dictionary<string, JObject> _memory;
    private readonly Lock _lock = new();
    private int _version;

    public MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializer);
        _serializer = jsonSerializer;
        _memory = dictionary ?? [];
    }

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(DefaultSerializer, dictionary)
    {
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_memory.TryGetValue(key, out var json) && json != null)
                {
                    found.Add(key, json.ToObject<object>(_serializer));
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_lock)
        {
            foreach (var (key, value) in changes)
            {
                var json = value == null ? null : JObject.FromObject(value, _serializer);
                if (value is IStoreItem item)
                {
                    RefuseIfStale(key, item.ETag);
                    json[ETagName] = (_version++).ToString(CultureInfo.InvariantCulture);
                }

                _memory[key] = json;
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _memory.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private void RefuseIfStale(string key, string eTag)
    {
        var current = _memory.TryGetValue(key, out var json) ? (string)json?[ETagName] : null;
        if (current != null && eTag != "*" && eTag != current)
        {
#pragma warning disable CA2201 // The plain type is what callers of the original catch.
            throw new Exception($"Etag conflict.\r\n\r\nOriginal: {eTag}\r\nCurrent: {current}");
#pragma warning restore CA2201
        }
    }
}
