using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A table or a row: says how the content of its cells is aligned.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveElement
{
    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalContentAlignment.Left)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }
}
