using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A day, as yyyy-MM-dd.</summary>
public class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Min { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Max { get; set; }
}
