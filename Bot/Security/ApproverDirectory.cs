using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Security;

/// <summary>Resolves a practice's managers, deputies and partners over its roster: whoever left the team decides nothing any more.</summary>
internal sealed class ApproverDirectory(IRoster roster, Practices practices)
{
    public async Task<Approvers> GetAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        var settings = await practices.GetAsync(practice, cancellationToken);
        var people = await roster.GetAsync(practice, cancellationToken);
        return new Approvers(people.Named(settings.Managers), people.Named(settings.Deputies)) { Partners = people.Named(settings.Partners) };
    }
}
