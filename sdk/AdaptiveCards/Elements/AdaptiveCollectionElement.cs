using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>An element that holds others.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement
{
    /// <summary>Null: the parent's style.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveContainerStyle? Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What a press anywhere on it does.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Its background reaches through the parent's padding.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Bleed { get; set; }

    [JsonConverter(typeof(PixelsConverter))]
    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0u)]
    public uint PixelMinHeight { get; set; }
}
