using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Chooses the class by the <c>type</c> property. A type nobody here knows becomes an <see cref="AdaptiveUnknownElement"/> or
/// <see cref="AdaptiveUnknownAction"/> that keeps everything it said.
/// </summary>
internal sealed class AdaptiveTypedElementConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => typeof(AdaptiveTypedElement).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException("Elements are written by their contract.");

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        var element = Read(CardParse.TakeObject(reader), objectType, serializer);
        return objectType.IsInstanceOfType(element)
            ? element
            : throw new AdaptiveSerializationException($"'{element.Type}' cannot stand where a {objectType.Name} is expected");
    }

    public static AdaptiveTypedElement Read(JObject json, Type declared, JsonSerializer serializer)
    {
        var typeName = CardParse.Text(json, "type")
            ?? ElementTypes.ImpliedBy(declared)
            ?? throw new AdaptiveSerializationException("Required property 'type' not found on adaptive card element");

        var element = ElementTypes.Create(typeName) ?? Unknown(typeName, declared, serializer);
        var id = CardParse.Text(json, "id");
        if (element is AdaptiveInput && id == null)
        {
            throw new AdaptiveSerializationException($"Required property 'id' not found on '{typeName}'");
        }

        CardParse.Of(serializer)?.Claim(id);
        Fill(element, json, serializer);
        return element;
    }

    /// <summary>Sets the element's properties from JSON.</summary>
    public static void Fill(AdaptiveTypedElement element, JObject json, JsonSerializer serializer)
    {
        using var reader = json.CreateReader();
        serializer.Populate(reader, element);
        ForgetKnownProperties(element, serializer);
    }

    private static AdaptiveTypedElement Unknown(string typeName, Type declared, JsonSerializer serializer)
    {
        CardParse.Of(serializer)?.Warn(AdaptiveWarning.WarningStatusCode.UnknownElementType, $"Unknown element '{typeName}'");
        return typeof(AdaptiveAction).IsAssignableFrom(declared) ? new AdaptiveUnknownAction() : new AdaptiveUnknownElement();
    }

    /// <summary>
    /// The serializer also puts a property of ours among the additional ones when its value is null or the default; left there
    /// it would be written twice once somebody sets it.
    /// </summary>
    private static void ForgetKnownProperties(AdaptiveTypedElement element, JsonSerializer serializer)
    {
        if (element.AdditionalProperties.Count == 0)
        {
            return;
        }

        var contract = (JsonObjectContract)serializer.ContractResolver.ResolveContract(element.GetType());
        foreach (var name in element.AdditionalProperties.Keys.Where(key => contract.Properties.Contains(key)).ToList())
        {
            element.AdditionalProperties.Remove(name);
        }
    }
}
