using Microsoft.Bot.Builder;
using Newtonsoft.Json;

namespace Sdk.Tests.Dialogs.Support;

/// <summary>Keeps nothing but JSON text, with type names, as a database would.</summary>
internal sealed class TextStorage : IStorage
{
    private static readonly JsonSerializerSettings Json = new() { TypeNameHandling = TypeNameHandling.All };

    private readonly Dictionary<string, string> _text = [];

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        IDictionary<string, object> found = keys.Where(_text.ContainsKey)
            .ToDictionary(key => key, key => JsonConvert.DeserializeObject(_text[key], Json)!);
        return Task.FromResult(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
        {
            _text[key] = JsonConvert.SerializeObject(value, Json);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            _text.Remove(key);
        }

        return Task.CompletedTask;
    }
}
