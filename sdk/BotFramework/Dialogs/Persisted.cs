namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Reads what a dialog left in its instance on an earlier turn.</summary>
internal static class Persisted
{
    /// <exception cref="InvalidOperationException">
    /// It came back as something else: the storage has dropped the type names, and such a storage cannot hold dialogs.
    /// </exception>
    public static T Read<T>(DialogInstance instance, string key)
        where T : class
    {
        if (instance.State.TryGetValue(key, out var value) && value is T typed)
        {
            return typed;
        }

        throw new InvalidOperationException(
            $"The dialog '{instance.Id}' cannot go on: '{key}' came back from storage as {value?.GetType().Name ?? "nothing"}, "
            + $"not as {typeof(T).Name}. The storage must write type names.");
    }
}
