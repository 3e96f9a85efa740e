using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Properties that outlive the turn, kept in storage under one key. They are read once per turn, when first needed, and
/// written only by <see cref="SaveChangesAsync"/> and only if something changed.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private static readonly JsonSerializer Serializer = new() { MaxDepth = null };

    private readonly IStorage _storage;
    private readonly string _cacheKey;

    /// <param name="storage">Where the properties are kept between turns.</param>
    /// <param name="contextServiceKey">The name under which they are kept in the turn's state during a turn.</param>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _cacheKey = contextServiceKey;
    }

    /// <exception cref="ArgumentNullException">The name is missing or blank.</exception>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new PropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the properties from storage unless this turn already has them, or if <paramref name="force"/> is set.</summary>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && GetCachedState(turnContext)?.State != null)
        {
            return;
        }

        var items = await _storage.ReadAsync([key], cancellationToken);
        items.TryGetValue(key, out var stored);
        turnContext.TurnState[_cacheKey] = stored switch
        {
            IDictionary<string, object> properties => new CachedBotState(properties),

            // A storage that writes no type names gives back plain JSON.
            JObject json => new CachedBotState(json.ToObject<IDictionary<string, object>>(Serializer)),
            null => new CachedBotState(),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        };
    }

    /// <summary>Writes the properties to storage if they changed in this turn, or if <paramref name="force"/> is set.</summary>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var cached = GetCachedState(turnContext);
        if (cached == null)
        {
            return;
        }

        var fingerprint = StateFingerprint.Of(cached.State);
        if (force || !cached.Is(fingerprint))
        {
            var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State };
            await _storage.WriteAsync(changes, cancellationToken);
            cached.Saved(fingerprint);
        }
    }

    /// <summary>Forgets the properties in this turn; <see cref="SaveChangesAsync"/> then empties what is stored.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var cleared = new CachedBotState();
        cleared.Saved(null);
        turnContext.TurnState[_cacheKey] = cleared;
        return Task.CompletedTask;
    }

    /// <summary>Removes the properties from this turn and from storage at once.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState.Remove(_cacheKey);
        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>A copy of this turn's properties as JSON.</summary>
    public JToken Get(ITurnContext turnContext) => JObject.FromObject(GetCachedState(turnContext).State, Serializer);

    /// <returns>This turn's properties; null where they have not been read yet.</returns>
    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_cacheKey);
    }

    /// <summary>Under which key this turn's properties are stored.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is no such property, and the type has no null to say so.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        if (!Properties(turnContext, propertyName).TryGetValue(propertyName, out var value))
        {
            return typeof(T).IsValueType ? throw new KeyNotFoundException(propertyName) : Task.FromResult(default(T));
        }

        return Task.FromResult(value switch
        {
            T typed => typed,
            null => default,
            JToken json => json.ToObject<T>(Serializer),
            _ => JToken.FromObject(value, Serializer).ToObject<T>(Serializer),
        });
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        Properties(turnContext, propertyName).Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        Properties(turnContext, propertyName)[propertyName] = value;
        return Task.CompletedTask;
    }

    private IDictionary<string, object> Properties(ITurnContext turnContext, string propertyName)
    {
        BotAssert.ContextNotNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);
        return GetCachedState(turnContext).State;
    }

    /// <summary>The properties of one turn, and what they looked like when they were last read or written.</summary>
    public class CachedBotState
    {
        private byte[] _saved;

        internal CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            _saved = StateFingerprint.Of(State);
        }

        public IDictionary<string, object> State { get; set; }

        internal bool IsChanged() => !Is(StateFingerprint.Of(State));

        internal bool Is(byte[] fingerprint) => fingerprint.AsSpan().SequenceEqual(_saved);

        internal void Saved(byte[] fingerprint) => _saved = fingerprint;
    }

    private sealed class PropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            var found = state.Properties(turnContext, name).ContainsKey(name);
            var value = found ? await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken) : default;
            if (found && value != null)
            {
                return value;
            }

            if (defaultValueFactory != null)
            {
                value = defaultValueFactory();
                await SetAsync(turnContext, value, cancellationToken);
            }

            return value;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }
    }
}
