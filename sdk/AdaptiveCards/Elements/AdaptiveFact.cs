using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>One line of an <see cref="AdaptiveFactSet"/>. Clients read both texts as Markdown.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveFact
{
    public AdaptiveFact()
    {
    }

    public AdaptiveFact(string title, string value)
    {
        Title = title;
        Value = value;
    }

    [JsonRequired]
    public string Title { get; set; }

    [JsonRequired]
    public string Value { get; set; }
}
