using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A picture that the client fetches from an address.</summary>
public class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage()
    {
    }

    public AdaptiveImage(string url)
        : this(new Uri(url))
    {
    }

    public AdaptiveImage(Uri url)
    {
        Url = url;
    }

    [JsonProperty(Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveImageSize.Auto)]
    public AdaptiveImageSize Size { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveImageStyle.Default)]
    public AdaptiveImageStyle Style { get; set; }

    [JsonRequired]
    public Uri Url { get; set; }

    [JsonIgnore]
    public string UrlString
    {
        get => Url?.ToString();
        set => Url = new Uri(value);
    }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalAlignment.Left)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>What is said of the picture to people who do not see it.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string AltText { get; set; }

    [JsonConverter(typeof(PixelsConverter))]
    [JsonProperty("width", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0u)]
    public uint PixelWidth { get; set; }

    [JsonIgnore]
    public uint PixelHeight
    {
        get => Height.Unit ?? 0;
        set => Height = new AdaptiveHeight(value);
    }
}
