using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A choice that was made.</summary>
public class FoundChoice
{
    [JsonProperty("value")]
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonProperty("index")]
    public int Index { get; set; }

    /// <summary>1 when it was named exactly; less when other words stood between.</summary>
    [JsonProperty("score")]
    public float Score { get; set; }

    /// <summary>The value, title or synonym that was recognised; null when it was a number or a place.</summary>
    [JsonProperty("synonym")]
    public string Synonym { get; set; }
}
