using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Kind of letters.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveFontType
{
    /// <summary>The client's own.</summary>
    Default,

    /// <summary>All of one width, for codes.</summary>
    Monospace,
}
