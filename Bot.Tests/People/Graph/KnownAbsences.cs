using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.People.Graph;

internal static class KnownAbsences
{
    /// <summary>
    /// Until the bot knows that somebody is away. Whoever waits for the bot waits for Graph a second and a half, in which a busy machine may
    /// not even have loaded Graph's library; what is known is kept for a quarter of an hour.
    /// </summary>
    public static async Task KnowsIsAwayAsync(this PracticeInTeams practice, Rowcroft.LocalTeams.People.Person person)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await practice.Get<Absences>().GetAsync([new PersonId(person.ObjectId.ToString())], patience.Token)).Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
