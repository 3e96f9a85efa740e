namespace Rowcroft.TeamsBot.Evidence;

/// <summary>What a file is found to be when every byte of it is read again.</summary>
internal enum SealCheck
{
    /// <summary>Every byte is as it was received.</summary>
    Intact,

    /// <summary>There is no such record in this practice, or its file is not in the store.</summary>
    Missing,

    /// <summary>The file is there and is not what was sealed.</summary>
    Changed,

    /// <summary>The key to it is lost, or the store does not give it.</summary>
    Unreadable,

    /// <summary>Its key was destroyed, as it should be.</summary>
    Purged,

    /// <summary>Nobody may read it yet.</summary>
    InQuarantine,
}
