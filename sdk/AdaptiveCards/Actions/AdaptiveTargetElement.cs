using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An element that is shown or hidden.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveTargetElement
{
    public AdaptiveTargetElement()
    {
    }

    public AdaptiveTargetElement(string elementId)
    {
        ElementId = elementId;
    }

    public AdaptiveTargetElement(string elementId, bool isVisible)
    {
        ElementId = elementId;
        IsVisible = isVisible;
    }

    public string ElementId { get; set; }

    /// <summary>Null: the other way round.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public bool? IsVisible { get; set; }

    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);
}
