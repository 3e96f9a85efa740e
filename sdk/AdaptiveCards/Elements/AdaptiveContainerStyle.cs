using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>The background of a group, by what it means.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveContainerStyle
{
    Default,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}
