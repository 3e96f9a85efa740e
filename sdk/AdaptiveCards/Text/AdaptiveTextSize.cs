using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Size of letters, relative to the client's own.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveTextSize
{
    Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}
