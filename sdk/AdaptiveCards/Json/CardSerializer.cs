using System.Globalization;
using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Cards to text and back. One contract resolver for the life of the process: reflection happens the first time a type is
/// met and never again.
/// </summary>
internal static class CardSerializer
{
    private static readonly DefaultContractResolver Contracts = new();

    private static readonly JsonSerializer Writer = new() { ContractResolver = Contracts, Formatting = Formatting.Indented };

    public static string Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text) { Formatting = Formatting.Indented };
        Writer.Serialize(json, value);
        return text.ToString();
    }

    public static AdaptiveCardParseResult Read(string json)
    {
        var result = new AdaptiveCardParseResult();
        var serializer = new JsonSerializer
        {
            ContractResolver = Contracts,
#pragma warning disable SYSLIB0050 // This is how Newtonsoft.Json hands a call's own state to shared converters.
            Context = new StreamingContext(StreamingContextStates.Other, new CardParse(result)),
#pragma warning restore SYSLIB0050
            // Text that looks like a date is still text.
            DateParseHandling = DateParseHandling.None,
            CheckAdditionalContent = true,
        };

        // A property the schema requires but the author forgot does not cost the reader the whole card.
        serializer.Error += (_, e) => e.ErrorContext.Handled = e.ErrorContext.Error.GetType() == typeof(JsonSerializationException);

        try
        {
            using var reader = new JsonTextReader(new StringReader(json));
            result.Card = serializer.Deserialize<AdaptiveCard>(reader);
        }
        catch (JsonException error)
        {
            throw new AdaptiveSerializationException(error.Message, error);
        }

        return result;
    }
}
