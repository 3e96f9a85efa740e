using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What a person sees, and what is sent when they choose it.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveChoice
{
    [JsonRequired]
    public string Title { get; set; }

    [JsonRequired]
    public string Value { get; set; }
}
