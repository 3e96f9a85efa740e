using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A box to tick.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    public string Title { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string ValueOn { get; set; } = bool.TrueString;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string ValueOff { get; set; } = bool.FalseString;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Wrap { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }
}
