namespace AdaptiveCards;

/// <summary>
/// An element this library has no class for, such as <c>Chart.VerticalBar</c>. Its properties are the additional ones, so it is
/// both what such an element is read as and the way to write one.
/// </summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public const string TypeName = "UnknownElement";

    public override string Type { get; set; } = TypeName;
}
