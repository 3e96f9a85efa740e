namespace Rowcroft.TeamsBot.Cases;

/// <summary>
/// How a report's screenshots came about, as the reporter says. Every answer may be missing; those who decide see the gaps as gaps.
/// </summary>
internal sealed record EvidenceProvenance(EvidenceTaker? Taker, EvidenceDevice? Device, WholeScreen? WholeScreen, SeenHow? SeenHow)
{
    public static readonly EvidenceProvenance NotSaid = new(null, null, null, null);
}

/// <summary>Who took the screenshots.</summary>
internal enum EvidenceTaker
{
    Reporter,
    Colleague,
    SomebodyElse,
}

internal enum EvidenceDevice
{
    Phone,
    Computer,
}

/// <summary>Whether the whole screen can be seen, with address and time.</summary>
internal enum WholeScreen
{
    Yes,
    No,
}

/// <summary>
/// How the reporter came to see the post. What is in a closed group or private chat may only come from somebody who saw it lawfully, as a
/// member or recipient: never through a borrowed log-in or a false profile.
/// </summary>
internal enum SeenHow
{
    Public,
    Member,
    SentToReporter,
    ShownToReporter,
}
