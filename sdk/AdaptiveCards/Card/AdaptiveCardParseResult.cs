namespace AdaptiveCards;

/// <summary>A card that was read, and what had to be left out or replaced on the way.</summary>
public class AdaptiveCardParseResult
{
    public AdaptiveCard Card { get; internal set; }

    public List<AdaptiveWarning> Warnings { get; } = [];
}
