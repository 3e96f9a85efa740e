using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What is typed into a text input.</summary>
[JsonConverter(typeof(LenientEnumConverter))]
public enum AdaptiveTextInputStyle
{
    Text,
    Tel,
    Url,
    Email,
    Password,
}
