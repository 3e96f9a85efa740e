using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What to do where a client does not know an element: drop it, or show other content.</summary>
[JsonConverter(typeof(AdaptiveFallbackConverter))]
public class AdaptiveFallbackElement
{
#pragma warning disable IDE1006 // The original's name.
    public static readonly string drop = "drop";
#pragma warning restore IDE1006

    public AdaptiveFallbackElement()
    {
    }

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType)
    {
        Type = fallbackType;
    }

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    public enum AdaptiveFallbackType
    {
        /// <summary>Nothing is said.</summary>
        None,

        /// <summary>The element is left out.</summary>
        Drop,

        /// <summary><see cref="AdaptiveFallbackElement.Content"/> is shown instead.</summary>
        Content,
    }

    public AdaptiveFallbackType Type { get; set; }

    /// <summary>Set only when <see cref="Type"/> is <see cref="AdaptiveFallbackType.Content"/>.</summary>
    public AdaptiveTypedElement Content { get; set; }
}
