using Rowcroft.LocalTeams.People;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Member = Rowcroft.LocalTeams.People.Person;
using Person = Rowcroft.TeamsBot.People.Person;

namespace Rowcroft.TeamsBot.Tests.Support;

/// <summary>
/// Two practices on one tenant: the configured one (receptionist, manager, deputy), and Harbour Surgery (nurse, stranger as its manager,
/// deputy). The deputy works in both.
/// </summary>
internal sealed class TwoRosters : IRoster
{
    public const string OtherTeam = "19:harbour@thread.tacv2";

    public static readonly PracticeId Other = Practices.OwnIdOf(OtherTeam);

    private static readonly Member[] Ours = [Cast.Receptionist, Cast.Manager, Cast.Deputy];
    private static readonly Member[] Theirs = [Cast.Nurse, Cast.Stranger, Cast.Deputy];

    /// <summary>The practice of which Teams cannot say at present who belongs to it.</summary>
    public PracticeId? Unreadable { get; set; }

    public Task<IReadOnlyList<Person>> GetAsync(PracticeId practice, CancellationToken cancellationToken) => practice == Unreadable
        ? throw new RosterUnavailableException(new HttpRequestException())
        : Task.FromResult<IReadOnlyList<Person>>([.. (practice == CaseBuilder.Practice ? Ours : practice == Other ? Theirs : []).Select(person =>
            new Person(new PersonId(person.ObjectId.ToString()), person.Name, person.UserPrincipalName, person.TeamsId))]);
}
