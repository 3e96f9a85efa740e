using Rowcroft.TeamsBot.Custody;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.SetUp;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>What is owed because the bot came to a team or went. Teams tells each of them more than once; the words are owed once.</summary>
internal sealed class Arrivals(Outbox outbox, TakenOut takenOut)
{
    public Task CameAsync(Installed installed, CancellationToken cancellationToken) =>
        outbox.EnqueueAsync(SetUpAnnouncer.Greet(installed), cancellationToken);

    public Task WentAsync(Installed ended, CancellationToken cancellationToken) => takenOut.OweAsync(ended, cancellationToken);
}
