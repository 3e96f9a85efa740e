using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Where content stands in a taller frame.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveVerticalContentAlignment
{
    Top,
    Center,
    Bottom,
}
