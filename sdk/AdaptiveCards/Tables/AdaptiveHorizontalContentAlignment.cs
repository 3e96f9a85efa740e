using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Where the content of a table's cells stands.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveHorizontalContentAlignment
{
    Left,
    Center,
    Right,
}
