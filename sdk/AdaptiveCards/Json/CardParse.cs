using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>
/// What one call of <see cref="AdaptiveCard.FromJson"/> has to remember: its warnings and the ids it has met. It travels in
/// the serializer's context, so the contracts and converters themselves are shared by all calls.
/// </summary>
internal sealed class CardParse(AdaptiveCardParseResult result)
{
    private readonly HashSet<string> _ids = [];
    private int _fallbackDepth;

    public static CardParse Of(JsonSerializer serializer) => serializer.Context.Context as CardParse;

    /// <summary>The object the reader stands on.</summary>
    public static JObject TakeObject(JsonReader reader) =>
        Take(reader) as JObject ?? throw new AdaptiveSerializationException($"An object is expected at '{reader.Path}'");

    /// <summary>What the reader stands on. It is taken without a copy when the reader walks a tree already.</summary>
    public static JToken Take(JsonReader reader)
    {
        if (reader is JTokenReader { CurrentToken: { } current })
        {
            reader.Skip();
            return current;
        }

        return JToken.Load(reader);
    }

    /// <summary>The text of a property; null when it is missing or no text, number or truth value.</summary>
    public static string Text(JToken json, string name) =>
        json is JObject && json[name] is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public void Warn(AdaptiveWarning.WarningStatusCode code, string message) =>
        result.Warnings.Add(new AdaptiveWarning((int)code, message));

    /// <summary>Ids are unique in a card. Fallback content may repeat them: only one of the two is ever shown.</summary>
    public void Claim(string id)
    {
        if (id != null && _fallbackDepth == 0 && !_ids.Add(id))
        {
            throw new AdaptiveSerializationException($"Collision detected for id '{id}'");
        }
    }

    public void EnterFallback() => _fallbackDepth++;

    public void LeaveFallback() => _fallbackDepth--;
}
