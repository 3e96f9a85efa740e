namespace AdaptiveCards;

/// <summary>Either part is 0 when it is not said.</summary>
internal sealed class TableColumnWidth
{
    public double PixelWidth { get; set; }

    public long RelativeWidth { get; set; }
}
