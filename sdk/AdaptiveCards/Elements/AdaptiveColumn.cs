using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>One column of an <see cref="AdaptiveColumnSet"/>.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    [JsonProperty(Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    /// <summary>"auto", "stretch", "50px", or a number as text: the column's share.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Width { get; set; }
}
