using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Targets are objects, and a bare string is short for one that toggles.</summary>
internal sealed class TargetElementConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(List<AdaptiveTargetElement>);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException("Targets are written by their contract.");

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        var targets = new List<AdaptiveTargetElement>();
        foreach (var target in CardParse.Take(reader))
        {
            targets.Add(target.Type == JTokenType.String
                ? new AdaptiveTargetElement((string)target)
                : target.ToObject<AdaptiveTargetElement>(serializer));
        }

        return targets;
    }
}
