using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A number. NaN: not said.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(double.NaN)]
    public double Value { get; set; } = double.NaN;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(double.NaN)]
    public double Min { get; set; } = double.NaN;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(double.NaN)]
    public double Max { get; set; } = double.NaN;
}
