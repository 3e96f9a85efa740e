using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Inlines are text runs, and a bare string is short for one.</summary>
internal sealed class AdaptiveInlinesConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(List<AdaptiveInline>);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException("Inlines are written by their contract.");

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        var inlines = new List<AdaptiveInline>();
        foreach (var inline in CardParse.Take(reader))
        {
            inlines.Add(inline.Type == JTokenType.String ? new AdaptiveTextRun((string)inline) : Run(inline, serializer));
        }

        return inlines;
    }

    private static AdaptiveTextRun Run(JToken json, JsonSerializer serializer)
    {
        if (CardParse.Text(json, "type") != AdaptiveTextRun.TypeName)
        {
            throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveTextRun.TypeName}'");
        }

        var run = new AdaptiveTextRun();
        using var reader = json.CreateReader();
        serializer.Populate(reader, run);
        return run;
    }
}
