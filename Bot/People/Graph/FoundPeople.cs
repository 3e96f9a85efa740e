using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People.Graph;

/// <summary>Whom configured names stand for.</summary>
/// <param name="People">A name that stands for nobody, or for several people, has nobody here.</param>
/// <param name="NotKnownYet">Names of which Graph has not said anything: it was slow, or cannot be asked at present.</param>
internal sealed record FoundPeople(IReadOnlyList<PersonId> People, IReadOnlyList<string> NotKnownYet);
