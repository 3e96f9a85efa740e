using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How choices are laid out.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveChoiceInputStyle
{
    /// <summary>A drop-down.</summary>
    Compact,

    /// <summary>Radio buttons, or boxes to tick.</summary>
    Expanded,

    /// <summary>A drop-down that narrows as one types.</summary>
    Filtered,
}
