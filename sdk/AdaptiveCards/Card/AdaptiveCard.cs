using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A card: what it shows, its buttons, and how it is refreshed.</summary>
[JsonConverter(typeof(AdaptiveCardConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    /// <summary>The content type of an attachment that holds a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    /// <summary>The newest schema this library can read. A card that asks for more is read as its fallback text.</summary>
    public static AdaptiveSchemaVersion KnownSchemaVersion = new(1, 5);

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion)
    {
        Version = schemaVersion;
    }

    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    [Obsolete("Say which schema version the card needs")]
    public AdaptiveCard()
        : this(new AdaptiveSchemaVersion(1, 0))
    {
    }

    public override string Type { get; set; } = TypeName;

    /// <summary>The schema a client must know. Null only inside <see cref="AdaptiveShowCardAction"/>.</summary>
    [JsonProperty(
        Order = -10,
        DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate,
        NullValueHandling = NullValueHandling.Include)]
    [DefaultValue(null)]
    public AdaptiveSchemaVersion Version { get; set; }

    /// <summary>What a client shows that does not know the schema version.</summary>
    [JsonProperty(Order = -8, NullValueHandling = NullValueHandling.Ignore)]
    public string FallbackText { get; set; }

    /// <summary>What is said when the card is read aloud.</summary>
    [JsonProperty(Order = -7, NullValueHandling = NullValueHandling.Ignore)]
    public string Speak { get; set; }

    /// <summary>ISO 639 language of the card's words.</summary>
    [JsonProperty(Order = -7, NullValueHandling = NullValueHandling.Ignore)]
    public string Lang { get; set; }

    [JsonConverter(typeof(HeightConverter))]
    [JsonProperty(Order = -4, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHeight Height { get; set; } = new(AdaptiveHeightType.Auto);

    [JsonConverter(typeof(PixelsConverter))]
    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0u)]
    public uint PixelMinHeight { get; set; }

    [JsonProperty(Order = -3)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Body { get; set; } = [];

    /// <summary>Text runs from right to left; null: as the client has it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public bool? Rtl { get; set; }

    [JsonProperty(Order = -2)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveAction>))]
    public List<AdaptiveAction> Actions { get; set; } = [];

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What a press anywhere on the card does.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction SelectAction { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveRefresh Refresh { get; set; }

    /// <summary>Read so that it does not land among the additional properties; never written.</summary>
    [JsonProperty("$schema")]
    internal string JsonSchema { get; set; }

    /// <exception cref="AdaptiveSerializationException">The text is not JSON, not a card, or a card with a missing id, type or
    /// version.</exception>
    public static AdaptiveCardParseResult FromJson(string json) => CardSerializer.Read(json);

    public string ToJson() => CardSerializer.Write(this);

    public bool ShouldSerializeBody() => Body?.Count > 0;

    public bool ShouldSerializeActions() => Actions?.Count > 0;

    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;

    public bool ShouldSerializeJsonSchema() => false;
}
