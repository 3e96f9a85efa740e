using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>Gathers what the set-up card shows.</summary>
internal sealed class SetUpDesk(Practices practices, IRoster roster, TeamChannels channels, PracticeConfiguration configuration)
{
    /// <exception cref="RosterUnavailableException">Teams cannot say at present who is on the roster.</exception>
    public async Task<SetUpView> ViewAsync(PracticeId practice, CancellationToken cancellationToken) =>
        await ViewAsync(await practices.GetAsync(practice, cancellationToken), cancellationToken);

    /// <summary>The same for settings as they were after a change.</summary>
    public async Task<SetUpView> ViewAsync(PracticeRow row, CancellationToken cancellationToken) =>
        await ViewAsync(configuration.Apply(row.Practice, row), cancellationToken);

    private async Task<SetUpView> ViewAsync(PracticeSettings settings, CancellationToken cancellationToken) => new(
        settings,
        await roster.GetAsync(settings.Id, cancellationToken),
        await channels.GetAsync(settings.Id, cancellationToken));
}
