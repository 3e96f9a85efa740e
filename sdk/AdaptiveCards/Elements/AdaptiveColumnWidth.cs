namespace AdaptiveCards;

/// <summary>The words for <see cref="AdaptiveColumn.Width"/>.</summary>
public static class AdaptiveColumnWidth
{
    public const string Auto = "auto";

    public const string Stretch = "stretch";
}
