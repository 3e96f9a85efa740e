using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;

namespace Rowcroft.TeamsBot.Storage;

/// <summary>
/// The state of conversations and people, in the database, so that any instance can take the next turn.
/// </summary>
/// <remarks>
/// What was read is only replaced if it is still what is stored, otherwise <see cref="StateConflictException"/>. That goes for an
/// <see cref="IStoreItem"/> by its ETag, and for any other object by the version it was read with. An object that was not read
/// here, and an ETag that is <c>null</c> or <c>*</c>, replaces whatever is there.
/// </remarks>
internal sealed class DialogStorage(StateTable table, KnownTypes types) : IStorage
{
    private const string Whatever = "*";

    private readonly JsonSerializer _serializer = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        SerializationBinder = types,
        NullValueHandling = NullValueHandling.Ignore,
        MaxDepth = 64,
    };

    // BotState hands back the very dictionary it was given: the version it was read with is remembered beside it, not in it.
    private readonly ConditionalWeakTable<object, string> _versions = [];

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        foreach (var key in keys)
        {
            if (await table.ReadAsync(key, cancellationToken) is { } stored)
            {
                var value = Read(stored.Json);
                Remember(value, stored.ETag);
                found[key] = value;
            }
        }

        return found;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                await table.DeleteAsync(key, cancellationToken);
                continue;
            }

            var expected = Expected(value);
            var next = new StoredState(Write(value), Guid.NewGuid().ToString("N"));
            if (!await table.WriteAsync(key, next, expected, cancellationToken))
            {
                throw new StateConflictException(expected);
            }

            // An item keeps the ETag it was read with, as in Bot Framework's own storages: its owner reads it again to write it again.
            if (value is not IStoreItem)
            {
                Remember(value, next.ETag);
            }
        }
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            await table.DeleteAsync(key, cancellationToken);
        }
    }

    private string? Expected(object value) =>
        value is IStoreItem item ? item.ETag is null or Whatever ? null : item.ETag
        : _versions.TryGetValue(value, out var version) ? version
        : null;

    private void Remember(object value, string version)
    {
        if (value is IStoreItem item)
        {
            item.ETag = version;
        }
        else
        {
            _versions.AddOrUpdate(value, version);
        }
    }

    private string Write(object value)
    {
        using var text = new StringWriter();
        _serializer.Serialize(text, value, typeof(object));
        return text.ToString();
    }

    private object Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json));
        return _serializer.Deserialize<object>(reader)!;
    }
}
