using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What came of receiving one file. A closed family.</summary>
internal abstract record Received
{
    private Received()
    {
    }

    /// <summary>A picture that may be kept.</summary>
    /// <param name="IsScanned">The virus check was made, or is off. Otherwise it has to wait in quarantine.</param>
    /// <param name="Hash"><c>null</c> when it was not worked out at once.</param>
    internal sealed record Picture(PictureType Type, PictureFacts Facts, bool IsScanned, ulong? Hash) : Received;

    /// <param name="Signature">For <see cref="EvidenceRefusal.Infected"/>, what was found.</param>
    internal sealed record Refused(EvidenceRefusal Reason, string? Signature = null) : Received;
}
