using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Unfolds another card under the button.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    public const string TypeName = "Action.ShowCard";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    public AdaptiveCard Card { get; set; }
}
