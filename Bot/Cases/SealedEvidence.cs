namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// A screenshot as it was received: size in bytes, type recognised from its content, SHA-256 of the original as 64 lower-case hex
/// digits. It proves that the file has not changed since <paramref name="ReceivedAt"/>; it does not prove that the post was genuine.
/// </summary>
internal sealed record SealedEvidence(
    EvidenceId Id,
    string Name,
    string ContentType,
    long Size,
    string Sha256,
    DateTimeOffset ReceivedAt)
{
    /// <summary>What was read from the picture itself; <c>null</c> for what was sealed before that was read.</summary>
    public PictureFacts? Picture { get; init; }

    /// <summary>Its sender attached it from OneDrive, where the file that they own still is.</summary>
    public bool? IsInOneDrive { get; init; }
}

/// <summary>Facts of a picture that its bytes tell. Never what it shows.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Frames">1, or more for an animation.</param>
/// <param name="HasLocation">Its metadata say where it was taken. The place itself is kept nowhere but in the original.</param>
internal sealed record PictureFacts(int Width, int Height, int Frames, bool HasLocation);
