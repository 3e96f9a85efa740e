using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Names and values in two columns.</summary>
public class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    public List<AdaptiveFact> Facts { get; set; } = [];
}
