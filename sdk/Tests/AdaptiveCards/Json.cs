using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.Cards;

/// <summary>Three ways in which a card becomes JSON, and texts that compare with the order of properties.</summary>
internal static class Json
{
    /// <summary>As the connector client writes an attachment's content.</summary>
    private static readonly JsonSerializerSettings Attachment = new() { NullValueHandling = NullValueHandling.Ignore };

    public static AdaptiveCard CardWith(params AdaptiveElement[] body) => new("1.5") { Body = [.. body] };

    public static IEnumerable<JObject> Ways(AdaptiveCard card)
    {
        yield return Parse(card.ToJson());
        yield return Parse(JsonConvert.SerializeObject(card, Attachment));
        yield return JObject.FromObject(card);
    }

    public static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    public static string OneLine(JToken json) => json.ToString(Formatting.None);

    public static string OneLine(string json) => OneLine(Parse(json));
}
