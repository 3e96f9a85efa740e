using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for in a sentence.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Do not look for the choice's value.</summary>
    [JsonProperty("noValue")]
    public bool NoValue { get; set; }

    /// <summary>Do not look for the title of the choice's button.</summary>
    [JsonProperty("noAction")]
    public bool NoAction { get; set; }

    /// <summary>"2" is the second choice.</summary>
    [JsonProperty("recognizeNumbers")]
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>"The second" is the second choice.</summary>
    [JsonProperty("recognizeOrdinals")]
    public bool RecognizeOrdinals { get; set; } = true;
}
