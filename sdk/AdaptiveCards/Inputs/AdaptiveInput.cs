using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Something to fill in. It must have an id.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool IsRequired { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Label { get; set; }

    /// <summary>What the client says when the answer is missing or not valid.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string ErrorMessage { get; set; }
}
