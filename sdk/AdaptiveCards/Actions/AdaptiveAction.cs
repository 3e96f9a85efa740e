using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Something that a press does.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Title { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string IconUrl { get; set; }

    /// <summary>"default", "positive" or "destructive".</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue("default")]
    public string Style { get; set; } = "default";

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveActionMode.Primary)]
    public AdaptiveActionMode Mode { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Tooltip { get; set; }
}
