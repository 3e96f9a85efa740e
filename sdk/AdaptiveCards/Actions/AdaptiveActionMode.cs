using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Where a button stands.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveActionMode
{
    /// <summary>In the row of buttons.</summary>
    Primary,

    /// <summary>Behind the "more" button.</summary>
    Secondary,
}
