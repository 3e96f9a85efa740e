using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Sends the inputs, with <see cref="Data"/> beside them, as an invoke that the bot answers with a card or a text.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    /// <summary>An object or a text.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public object Data { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveAssociatedInputs.Auto)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    /// <summary>Which of the bot's commands this is.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Verb { get; set; }
}
