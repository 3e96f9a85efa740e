namespace AdaptiveCards;

/// <summary>An action this library has no class for. Its properties are the additional ones.</summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    public const string TypeName = "Action.Unknown";

    public override string Type { get; set; } = TypeName;
}
