using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>The width of a table's column: a share, or pixels. Set one of the two.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveTableColumnDefinition
{
    [JsonIgnore]
    public double PixelWidth
    {
        get => Size.PixelWidth;
        set => Size.PixelWidth = value;
    }

    [JsonIgnore]
    public long Width
    {
        get => Size.RelativeWidth;
        set => Size.RelativeWidth = value;
    }

    [JsonProperty("width")]
    [JsonConverter(typeof(TableColumnWidthConverter))]
    internal TableColumnWidth Size { get; set; } = new();

    public bool ShouldSerializeSize() => Size.RelativeWidth != 0 || Size.PixelWidth != 0;
}
