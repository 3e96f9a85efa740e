using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Checks a draft's form against the roster and the calendar as they are at this moment.</summary>
internal sealed class FormReader(IRoster roster, PracticeClock clock)
{
    public async Task<CheckedForm> ReadAsync(DraftTurn turn, CancellationToken cancellationToken) =>
        new FormCheck(await ColleaguesAsync(turn.Caller, cancellationToken), clock.Today).Run(turn.Draft.Answers);

    /// <summary>The roster without the reporter.</summary>
    public async Task<IReadOnlyList<Person>> ColleaguesAsync(Caller caller, CancellationToken cancellationToken) =>
        [.. (await roster.GetAsync(caller.Practice, cancellationToken)).Where(person => person.Id != caller.Id)];
}
