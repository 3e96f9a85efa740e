using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Where an element stands in its row.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveHorizontalAlignment
{
    Left,
    Center,
    Right,
    Stretch,
}
