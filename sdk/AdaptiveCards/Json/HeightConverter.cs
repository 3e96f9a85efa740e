using Newtonsoft.Json;

namespace AdaptiveCards;

internal sealed class HeightConverter : JsonConverter<AdaptiveHeight>
{
    public override void WriteJson(JsonWriter writer, AdaptiveHeight value, JsonSerializer serializer) =>
        writer.WriteValue(value.ToString());

    public override AdaptiveHeight ReadJson(
        JsonReader reader,
        Type objectType,
        AdaptiveHeight existingValue,
        bool hasExistingValue,
        JsonSerializer serializer)
    {
        var text = reader.Value as string;
        if (PixelsConverter.TryRead(text, out var pixels))
        {
            return new AdaptiveHeight(pixels);
        }

        if (Enum.TryParse<AdaptiveHeightType>(text, ignoreCase: true, out var type) && type != AdaptiveHeightType.Pixel)
        {
            return new AdaptiveHeight(type);
        }

        CardParse.Of(serializer)?.Warn(AdaptiveWarning.WarningStatusCode.InvalidDimension, $"\"{reader.Value}\" is not a height");
        return new AdaptiveHeight(AdaptiveHeightType.Auto);
    }
}
