using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Which inputs a press sends, and so which must be valid.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveAssociatedInputs
{
    /// <summary>All inputs of this card and its parents.</summary>
    Auto,

    /// <summary>None: for "cancel" and "back".</summary>
    None,
}
