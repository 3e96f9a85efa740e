using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Writes enum members as the schema spells them ("extraLarge") and reads them in any case.</summary>
internal class CamelCaseEnumConverter() : StringEnumConverter(new CamelCaseNamingStrategy(), allowIntegerValues: false);
