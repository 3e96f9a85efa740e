using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A line or a box to type into.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveTextInputStyle.Text)]
    public AdaptiveTextInputStyle Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool IsMultiline { get; set; }

    /// <summary>0: no limit.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0)]
    public int MaxLength { get; set; }

    /// <summary>A button beside the box.</summary>
    [JsonProperty("inlineAction", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public AdaptiveAction InlineAction { get; set; }

    /// <summary>A pattern that the whole answer must match.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Regex { get; set; }
}
