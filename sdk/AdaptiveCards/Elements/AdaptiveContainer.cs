using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A group of elements.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Items { get; set; } = [];
}
