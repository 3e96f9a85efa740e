using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Colour of letters, by what it means.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveTextColor
{
    Default,
    Dark,
    Light,
    Accent,
    Good,
    Warning,
    Attention,
}
