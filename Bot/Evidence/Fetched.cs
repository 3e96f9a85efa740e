namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What came of fetching. A closed family.</summary>
internal abstract record Fetched
{
    private Fetched()
    {
    }

    /// <summary>All bytes that were sent are written; what they are is not known yet.</summary>
    internal sealed record Bytes : Fetched;

    internal sealed record Refused(EvidenceRefusal Reason) : Fetched;
}
