using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Whatever has a <c>type</c> in JSON: cards, elements, inputs and actions.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
[JsonConverter(typeof(AdaptiveTypedElementConverter))]
public abstract class AdaptiveTypedElement
{
    [JsonProperty(Order = -10, Required = Required.Always, DefaultValueHandling = DefaultValueHandling.Include)]
    public abstract string Type { get; set; }

    /// <summary>JSON properties that this library has no member for, such as <c>msteams</c>. They are written last.</summary>
    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a client shows that does not know this element; null: nothing is said.</summary>
    [JsonConverter(typeof(AdaptiveFallbackConverter))]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>Unique in a card. An input's answer is sent back under this name.</summary>
    [JsonProperty(Order = -9, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public string Id { get; set; }

    /// <summary>Features a client must have to show this, with their least version.</summary>
    [JsonProperty(Order = 1, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public IDictionary<string, string> Requires { get; set; }

    public bool ShouldSerializeAdditionalProperties() => AdditionalProperties.Count > 0;
}
