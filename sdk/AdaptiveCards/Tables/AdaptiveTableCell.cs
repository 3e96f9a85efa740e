using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveTableCell : AdaptiveElement
{
    public const string TypeName = "TableCell";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Items { get; set; } = [];
}
