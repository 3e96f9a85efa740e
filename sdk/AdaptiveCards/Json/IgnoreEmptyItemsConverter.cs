using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads a list and leaves out anything that is not an object or says nothing (<c>{}</c>).</summary>
internal sealed class IgnoreEmptyItemsConverter<T> : JsonConverter
    where T : AdaptiveTypedElement
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(List<T>);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException("Lists are written by their contract.");

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        var items = new List<T>();
        foreach (var item in CardParse.Take(reader).Children<JObject>())
        {
            if (item.HasValues)
            {
                using var itemReader = item.CreateReader();
                items.Add(serializer.Deserialize<T>(itemReader));
            }
        }

        return items;
    }
}
