using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Sends the inputs, with <see cref="Data"/> beside them, as a message.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    /// <summary>An object or a text.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public object Data { get; set; }

    /// <summary><see cref="Data"/> as JSON text.</summary>
    [JsonIgnore]
    public string DataJson
    {
        get => Data == null ? null : CardSerializer.Write(Data);
        set => Data = value == null ? null : JsonConvert.DeserializeObject(value);
    }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveAssociatedInputs.Auto)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}
