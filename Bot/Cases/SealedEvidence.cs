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
    DateTimeOffset ReceivedAt);
