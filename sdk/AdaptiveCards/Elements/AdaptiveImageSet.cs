using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Pictures of one size in rows.</summary>
public class AdaptiveImageSet : AdaptiveElement
{
    public const string TypeName = "ImageSet";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveImageSize.Auto)]
    public AdaptiveImageSize ImageSize { get; set; }

    [JsonRequired]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveImage>))]
    public List<AdaptiveImage> Images { get; set; } = [];
}
