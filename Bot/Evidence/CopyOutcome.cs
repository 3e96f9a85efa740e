namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What came of making a copy of a picture. A closed family.</summary>
internal abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>It is in the destination, all of it.</summary>
    /// <param name="Size">In bytes.</param>
    internal sealed record Written(string ContentType, long Size, int Width, int Height) : CopyOutcome;

    /// <summary>The original cannot be decoded; nothing was written. It can still be downloaded as it is.</summary>
    internal sealed record NotDrawable : CopyOutcome;

    /// <summary>A box is no box or lies beside the picture, or there is none or too many; nothing was written.</summary>
    internal sealed record BadBoxes : CopyOutcome;
}
