using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary><c>"fallback": "drop"</c>, or an element to show instead.</summary>
internal sealed class AdaptiveFallbackConverter : JsonConverter<AdaptiveFallbackElement>
{
    public override void WriteJson(JsonWriter writer, AdaptiveFallbackElement value, JsonSerializer serializer)
    {
        switch (value?.Type)
        {
            case AdaptiveFallbackElement.AdaptiveFallbackType.Drop:
                writer.WriteValue(AdaptiveFallbackElement.drop);
                break;
            case AdaptiveFallbackElement.AdaptiveFallbackType.Content:
                serializer.Serialize(writer, value.Content);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }

    public override AdaptiveFallbackElement ReadJson(
        JsonReader reader,
        Type objectType,
        AdaptiveFallbackElement existingValue,
        bool hasExistingValue,
        JsonSerializer serializer) => reader.TokenType switch
        {
            JsonToken.Null => null,
            JsonToken.String when (string)reader.Value == AdaptiveFallbackElement.drop =>
                new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
            JsonToken.String =>
                throw new AdaptiveSerializationException("The only valid string value for the fallback property is 'drop'."),
            JsonToken.StartObject => Content(reader, serializer),
            _ => throw new AdaptiveSerializationException("Invalid value for fallback"),
        };

    private static AdaptiveFallbackElement Content(JsonReader reader, JsonSerializer serializer)
    {
        var parse = CardParse.Of(serializer);
        parse?.EnterFallback();
        var content = AdaptiveTypedElementConverter.Read(CardParse.TakeObject(reader), typeof(AdaptiveTypedElement), serializer);
        parse?.LeaveFallback();
        return new AdaptiveFallbackElement(content);
    }
}
