namespace Rowcroft.TeamsBot.Storage;

/// <summary>What may be done with a screenshot's bytes.</summary>
internal enum EvidenceState
{
    /// <summary>Sealed, and shown to those who may see it.</summary>
    Kept,

    /// <summary>Sealed, and shown to nobody until it has been scanned for malware.</summary>
    Quarantined,

    /// <summary>Its key is destroyed, so its bytes are gone wherever a copy of them may be; its hash stays.</summary>
    Purged,
}
