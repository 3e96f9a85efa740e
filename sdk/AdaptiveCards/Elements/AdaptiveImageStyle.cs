using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How a picture is cut.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveImageStyle
{
    /// <summary>As it is.</summary>
    Default,

    /// <summary>As a circle, for a face.</summary>
    Person,
}
