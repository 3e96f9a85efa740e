using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Viewing;

/// <summary>Somebody who is signed in to the page. That alone lets them see nothing.</summary>
/// <param name="OnRoster">Belongs to the practice at this moment.</param>
internal sealed record Visitor(PracticeId Practice, PersonId Id, string Name, bool OnRoster);
