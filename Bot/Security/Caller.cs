using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Somebody who spoke to the bot, let in by the doorkeeper: of the right tenant and on the practice's roster.</summary>
internal sealed record Caller(PracticeId Practice, Person Person)
{
    public PersonId Id => Person.Id;
}
