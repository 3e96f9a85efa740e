namespace Microsoft.Bot.Builder;

/// <summary>
/// Values that live as long as one turn, by name or by type (the type's full name is then the name). Once the turn is
/// over every access throws, so that a value kept in a closure is noticed instead of being wrong.
/// </summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    /// <returns>The value, or null where there is none or it is of another type.</returns>
    public T Get<T>(string key)
        where T : class
    {
        ThrowIfDisposed(nameof(Get));
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    public T Get<T>()
        where T : class => Get<T>(typeof(T).FullName);

    /// <exception cref="ArgumentException">There is already a value of that name.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ThrowIfDisposed(nameof(Add));
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class => Add(typeof(T).FullName, value);

    /// <summary>Adds the value or puts it in the place of the one that was there.</summary>
    public void Set<T>(string key, T value)
        where T : class
    {
        ThrowIfDisposed(nameof(Set));
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    public void Set<T>(T value)
        where T : class => Set(typeof(T).FullName, value);

    /// <summary>Ends the collection's use. The values themselves are left alone: most are shared between turns.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _disposed = true;

    private void ThrowIfDisposed(string caller)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(caller);
        }
    }
}
