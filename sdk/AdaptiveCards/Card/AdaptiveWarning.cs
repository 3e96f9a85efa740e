namespace AdaptiveCards;

/// <summary>Something in a card that could not be used as written, but did not stop it from being read.</summary>
public class AdaptiveWarning(int code, string message)
{
    public int Code { get; } = code;

    public string Message { get; } = message;

    internal enum WarningStatusCode
    {
        /// <summary>A type or an enum word that is not in the schema.</summary>
        UnknownElementType = 0,

        /// <summary>The card asks for a newer schema; its fallback text is shown.</summary>
        UnsupportedSchemaVersion = 1,

        /// <summary>The card's language is not an ISO 639 code.</summary>
        InvalidLanguage = 2,

        /// <summary>A size that is neither a known word nor a number of pixels.</summary>
        InvalidDimension = 3,
    }
}
