namespace Microsoft.Bot.Builder;

/// <summary>Objects by key. An object that carries an ETag is only replaced if it is still the one that was read.</summary>
public interface IStorage
{
    /// <returns>The objects that exist, by key; a key that is not there is simply absent.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
