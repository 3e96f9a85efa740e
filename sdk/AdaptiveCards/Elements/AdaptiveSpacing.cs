using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The space above an element; how wide each step is, is the client's choice.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}
