using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.People;

/// <summary>Who belongs to a practice: the members of the team in which the bot was installed for it. An outward port.</summary>
internal interface IRoster
{
    /// <summary>
    /// Everybody on the roster, in order of name; empty when the bot is installed in no team for this practice.
    /// May be up to five minutes old.
    /// </summary>
    Task<IReadOnlyList<Person>> GetAsync(PracticeId practice, CancellationToken cancellationToken);
}
