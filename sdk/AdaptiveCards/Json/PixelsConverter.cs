using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A size in pixels: 50 in code, <c>"50px"</c> in JSON.</summary>
internal sealed class PixelsConverter : JsonConverter<uint>
{
    private const string Unit = "px";

    public static string Write(uint pixels) => pixels.ToString(CultureInfo.InvariantCulture) + Unit;

    public static bool TryRead(string text, out uint pixels)
    {
        pixels = 0;
        return text != null
            && text.EndsWith(Unit, StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(0, text.Length - Unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out pixels);
    }

    public override void WriteJson(JsonWriter writer, uint value, JsonSerializer serializer) => writer.WriteValue(Write(value));

    public override uint ReadJson(JsonReader reader, Type objectType, uint existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (TryRead(reader.Value as string, out var pixels))
        {
            return pixels;
        }

        CardParse.Of(serializer)?.Warn(AdaptiveWarning.WarningStatusCode.InvalidDimension, $"\"{reader.Value}\" is not a size in pixels");
        return existingValue;
    }
}
