using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A part of an <see cref="AdaptiveRichTextBlock"/>.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public abstract class AdaptiveInline
{
    [JsonProperty(Order = -10, Required = Required.Always, DefaultValueHandling = DefaultValueHandling.Include)]
    public abstract string Type { get; set; }

    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public bool ShouldSerializeAdditionalProperties() => AdditionalProperties.Count > 0;
}
