namespace Rowcroft.TeamsBot.Storage;

/// <summary>What became of a check of a case's hash chain. A closed family.</summary>
internal abstract record ChainVerdict
{
    private ChainVerdict()
    {
    }

    /// <summary>Every event is as it was written and none is missing.</summary>
    internal sealed record Intact(int Events) : ChainVerdict;

    /// <summary>An event was changed, moved or removed.</summary>
    /// <param name="Sequence">The first place, counted from 1, at which the chain does not hold.</param>
    internal sealed record Broken(int Sequence) : ChainVerdict;
}
