using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.SubjectAccess;

/// <summary>The member of staff who asks, and everybody else of whom the practice's records speak.</summary>
/// <param name="Names">What the bot or the command line calls them.</param>
/// <param name="Cases">The cases that name them by their id, the earliest first.</param>
/// <param name="Mentions">References of cases whose text says one of their names, although nothing ties the case to them.</param>
internal sealed record DataSubject(
    PracticeId Practice, PersonId Id, IReadOnlyList<string> Names, IReadOnlyList<Case> Cases, IReadOnlyList<CaseReference> Mentions)
{
    /// <summary>What each person of the practice was called, by id; the one who asks is not among them.</summary>
    public required IReadOnlyDictionary<PersonId, string> Others { get; init; }

    /// <summary>Names and handles of people who posted.</summary>
    public required IReadOnlyList<string> Posters { get; init; }

    /// <summary>Cases that they reported, or that are about them. Of the others only what they did there is theirs.</summary>
    public IEnumerable<Case> OwnCases => Cases.Where(IsTheirs);

    public bool IsTheirs(Case @case) => @case.Reporter.Id == Id || @case.Facts.Colleague?.Id == Id;
}
