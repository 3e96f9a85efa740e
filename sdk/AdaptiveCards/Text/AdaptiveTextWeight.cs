using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Weight of letters.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveTextWeight
{
    Default,
    Lighter,
    Bolder,
}
