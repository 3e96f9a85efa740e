using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads a card, or in place of one that asks for a newer schema, its fallback text.</summary>
internal sealed class AdaptiveCardConverter : JsonConverter
{
    private const string NothingToShow = "We're sorry, this card couldn't be displayed";

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(AdaptiveCard).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException("Cards are written by their contract.");

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        var json = CardParse.TakeObject(reader);
        if (CardParse.Text(json, "type") != AdaptiveCard.TypeName)
        {
            throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveCard.TypeName}'");
        }

        // Only the outermost card must say its version: one inside Action.ShowCard takes its parent's.
        if (reader.Depth == 0)
        {
            RequireVersion(json);
            if (new AdaptiveSchemaVersion(CardParse.Text(json, "version")) > AdaptiveCard.KnownSchemaVersion)
            {
                return FallbackText(json, serializer);
            }
        }

        var card = new AdaptiveCard((AdaptiveSchemaVersion)null);
        AdaptiveTypedElementConverter.Fill(card, json, serializer);
        CheckLanguage(card.Lang, serializer);
        return card;
    }

    private static void RequireVersion(JObject json)
    {
        var problem = CardParse.Text(json, "version") switch
        {
            null => "Could not parse required key: version. It was not found.",
            "" => "Property is required but was found empty: version",
            _ => null,
        };

        if (problem != null)
        {
            throw new AdaptiveSerializationException(problem);
        }
    }

    private static AdaptiveCard FallbackText(JObject json, JsonSerializer serializer)
    {
        CardParse.Of(serializer)?.Warn(
            AdaptiveWarning.WarningStatusCode.UnsupportedSchemaVersion,
            "Schema version is not supported");

        var text = OrElse(CardParse.Text(json, "fallbackText"), NothingToShow);
        return new AdaptiveCard("1.0")
        {
            Speak = OrElse(CardParse.Text(json, "speak"), text),
            Lang = OrElse(CardParse.Text(json, "lang"), CultureInfo.CurrentCulture.TwoLetterISOLanguageName),
            Body = { new AdaptiveTextBlock(text) },
        };
    }

    private static string OrElse(string value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    private static void CheckLanguage(string language, JsonSerializer serializer)
    {
        if (!string.IsNullOrEmpty(language) && !IsLanguage(language))
        {
            CardParse.Of(serializer)?.Warn(
                AdaptiveWarning.WarningStatusCode.InvalidLanguage,
                "Invalid language identifier: " + language);
        }
    }

    private static bool IsLanguage(string language)
    {
        if (language.Length is not (2 or 3))
        {
            return false;
        }

        try
        {
            _ = CultureInfo.GetCultureInfo(language);
            return true;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
