namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// What there is at this moment of a case's screenshots, those of merged reports included. The case lists what was received; only the
/// store knows what became of it.
/// </summary>
/// <param name="Sealed">Originals that are kept and may be shown.</param>
/// <param name="Waiting">Received, and not yet found free of malware: nothing that one can act on.</param>
internal readonly record struct EvidenceAtHand(int Sealed, int Waiting);
