using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Something that stands in a card's body.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    /// <summary>The space above.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveSpacing.Default)]
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>A line above.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Separator { get; set; }

    [JsonConverter(typeof(HeightConverter))]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHeight Height { get; set; } = new(AdaptiveHeightType.Auto);

    /// <summary>Shown at first; <see cref="AdaptiveToggleVisibilityAction"/> can change it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(true)]
    public bool IsVisible { get; set; } = true;

    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;
}
