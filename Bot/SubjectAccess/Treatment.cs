namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>What becomes of a text column, or of a text in a case, in the copy that somebody gets of what is held about them.</summary>
internal enum Treatment
{
    /// <summary>It names nobody and nobody wrote it: it is given as it is.</summary>
    AsItIs,

    /// <summary>Somebody wrote it. Given to whoever wrote it, without the names of others; otherwise a human decides.</summary>
    Written,

    /// <summary>An approver and the reporter wrote it to each other: both know it.</summary>
    Exchanged,

    /// <summary>It says how the reporter came to know; that could tell whoever the post is about who reported it.</summary>
    Reporters,

    /// <summary>It says who posted.</summary>
    Poster,

    /// <summary>Ids, among which can be somebody else's.</summary>
    Ids,

    /// <summary>It opens something, and says nothing of anybody.</summary>
    Key,
}
