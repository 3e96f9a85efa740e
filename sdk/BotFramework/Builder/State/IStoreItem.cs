using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>An object that knows which version of itself was read.</summary>
public interface IStoreItem
{
    /// <summary>The version that was read, or "*" to write whatever is there. Null before the first write.</summary>
    [JsonProperty(PropertyName = "eTag")]
    string ETag { get; set; }
}
