using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>
/// An unknown word in a card becomes the enum's default and a warning, so that a card written for a newer
/// schema can still be shown.
/// </summary>
internal sealed class LenientEnumConverter : CamelCaseEnumConverter
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        try
        {
            return base.ReadJson(reader, objectType, existingValue, serializer);
        }
        catch (JsonSerializationException)
        {
            var enumType = Nullable.GetUnderlyingType(objectType) ?? objectType;
            var fallback = Enum.ToObject(enumType, 0);
            CardParse.Of(serializer)?.Warn(
                AdaptiveWarning.WarningStatusCode.UnknownElementType,
                $"Value \"{reader.Value}\" is not a {enumType.Name}; \"{fallback}\" is used instead.");
            return fallback;
        }
    }
}
