using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A share of the table's width as a number, or a fixed one as <c>"120px"</c>.</summary>
internal sealed class TableColumnWidthConverter : JsonConverter<TableColumnWidth>
{
    public override void WriteJson(JsonWriter writer, TableColumnWidth value, JsonSerializer serializer)
    {
        if (value.RelativeWidth != 0)
        {
            writer.WriteValue(value.RelativeWidth);
        }
        else
        {
            writer.WriteValue(value.PixelWidth.ToString(CultureInfo.InvariantCulture) + "px");
        }
    }

    public override TableColumnWidth ReadJson(
        JsonReader reader,
        Type objectType,
        TableColumnWidth existingValue,
        bool hasExistingValue,
        JsonSerializer serializer) => reader.Value switch
        {
            long share => new TableColumnWidth { RelativeWidth = share },
            string text when PixelsConverter.TryRead(text, out var pixels) => new TableColumnWidth { PixelWidth = pixels },
            _ => throw new AdaptiveSerializationException($"\"{reader.Value}\" is not a column width"),
        };
}
