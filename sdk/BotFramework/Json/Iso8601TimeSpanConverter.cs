using System.Xml;
using Newtonsoft.Json;

namespace Microsoft.Bot;

/// <summary>Durations on the wire are ISO 8601: five minutes are "PT5M".</summary>
internal sealed class Iso8601TimeSpanConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(TimeSpan) || objectType == typeof(TimeSpan?);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        writer.WriteValue(XmlConvert.ToString((TimeSpan)value));

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(serializer.Deserialize<string>(reader));
        }
        catch (Exception ex) when (ex is FormatException or OverflowException)
        {
            throw new JsonSerializationException("Not an ISO 8601 duration.", ex);
        }
    }
}
