using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Runs of text, each with its own look; the place for words that somebody else wrote.</summary>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalAlignment.Left)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonRequired]
    [JsonConverter(typeof(AdaptiveInlinesConverter))]
    public List<AdaptiveInline> Inlines { get; set; } = [];
}
