using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>As tall as its content, as tall as there is room, or a number of pixels.</summary>
[JsonConverter(typeof(HeightConverter))]
public class AdaptiveHeight
{
    public AdaptiveHeight(AdaptiveHeightType heightType)
    {
        HeightType = heightType;
    }

    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    public static AdaptiveHeight Auto { get; } = new(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch { get; } = new(AdaptiveHeightType.Stretch);

    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>Pixels; null unless <see cref="HeightType"/> is <see cref="AdaptiveHeightType.Pixel"/>.</summary>
    public uint? Unit { get; set; }

    /// <summary>Auto is the default and is not written.</summary>
    public bool ShouldSerializeAdaptiveHeight() => HeightType != AdaptiveHeightType.Auto;

    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Auto => "auto",
        AdaptiveHeightType.Stretch => "stretch",
        _ => PixelsConverter.Write(Unit ?? 0),
    };

    public override bool Equals(object obj) => obj is AdaptiveHeight other && HeightType == other.HeightType && Unit == other.Unit;

    public override int GetHashCode() => HashCode.Combine(HeightType, Unit);
}
