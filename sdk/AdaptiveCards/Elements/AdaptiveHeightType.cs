using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How an element's height is found.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveHeightType
{
    /// <summary>As tall as its content.</summary>
    Auto,

    /// <summary>As tall as there is room.</summary>
    Stretch,

    /// <summary>A number of pixels.</summary>
    Pixel,
}
