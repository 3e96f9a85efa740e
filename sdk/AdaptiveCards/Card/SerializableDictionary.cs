namespace AdaptiveCards;

/// <summary>The dictionary type of additional properties.</summary>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
{
    public SerializableDictionary()
    {
    }

    public SerializableDictionary(IDictionary<TKey, TValue> dictionary)
        : base(dictionary)
    {
    }

    public SerializableDictionary(IEqualityComparer<TKey> comparer)
        : base(comparer)
    {
    }
}
