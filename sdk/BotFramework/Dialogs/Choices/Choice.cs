using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One of the things a user can choose.</summary>
public class Choice(string value = null)
{
    /// <summary>What the prompt returns, and what is shown unless there is an <see cref="Action"/>.</summary>
    [JsonProperty("value")]
    public string Value { get; set; } = value;

    /// <summary>The button; null makes one that says the value.</summary>
    [JsonProperty("action")]
    public CardAction Action { get; set; }

    /// <summary>Other words that mean this choice.</summary>
    [JsonProperty("synonyms")]
    public List<string> Synonyms { get; set; }
}
