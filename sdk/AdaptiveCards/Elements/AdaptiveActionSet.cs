using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Buttons in the body of a card.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveAction>))]
    public List<AdaptiveAction> Actions { get; set; } = [];
}
