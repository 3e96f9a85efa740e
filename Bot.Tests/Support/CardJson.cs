using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>A card as Teams is sent it.</summary>
internal static class CardJson
{
    private static readonly JsonSerializerSettings AsOnTheWire = new() { NullValueHandling = NullValueHandling.Ignore };

    /// <param name="card">An <c>AdaptiveCard</c>, or what became of one on its way through a test adapter.</param>
    public static JObject Of(object card)
    {
        // Dates in a card are text; they must not be read as instants and compared in another form.
        using var reader = new JsonTextReader(new StringReader(JsonConvert.SerializeObject(card, AsOnTheWire))) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
