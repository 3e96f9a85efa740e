using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value that was found in a sentence.</summary>
public class FoundValue
{
    [JsonProperty("value")]
    public string Value { get; set; }

    /// <summary>Which choice the value stands for.</summary>
    [JsonProperty("index")]
    public int Index { get; set; }

    [JsonProperty("score")]
    public float Score { get; set; }
}
