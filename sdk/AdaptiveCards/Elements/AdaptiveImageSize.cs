using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How large a picture is shown.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveImageSize
{
    Auto,
    Stretch,
    Small,
    Medium,
    Large,
}
