using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>One or several out of a list.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The values chosen at first, separated by commas.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveChoiceInputStyle Style { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public bool IsMultiSelect { get; set; }

    [JsonRequired]
    public List<AdaptiveChoice> Choices { get; set; } = [];

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Wrap { get; set; }
}
