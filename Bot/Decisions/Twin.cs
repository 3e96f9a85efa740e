using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A case that may be about the same post as the one that is looked at.</summary>
internal sealed record Twin(Case Case, Likeness Likeness);

/// <summary>What two cases have in common.</summary>
[Flags]
internal enum Likeness
{
    None = 0,

    /// <summary>Their links name the same post or comment.</summary>
    SameLink = 1,

    /// <summary>Two of their pictures look almost the same.</summary>
    SimilarPicture = 2,
}
