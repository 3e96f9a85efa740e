using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How a client asks the bot for the card's present state, and for whom it does so by itself.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveRefresh
{
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveExecuteAction Action { get; set; }

    /// <summary>Teams asks by itself only for these people, 60 at most.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public List<string> UserIds { get; set; } = [];
}
