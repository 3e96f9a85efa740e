using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>
/// A case goes to those who may decide it when it is sent. Whoever may only since then gets it here, once: they were chosen on the set-up
/// card, came to the team, or are a partner and nobody else is left. What waits for somebody who had left the team goes when they are back.
/// </summary>
internal sealed partial class LateDeciders(
    CaseStore cases, ApproverDirectory directory, IRoster roster, Practices practices, RoleExpansion roles, ILogger<LateDeciders> logger)
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var practice in await practices.ListAsync(cancellationToken))
        {
            // Of a team that the bot is not in, or whose roster cannot be read just now, nothing is known; the next time it may be.
            try
            {
                await RunAsync(practice.Id, cancellationToken);
            }
            catch (RosterUnavailableException)
            {
                Log.NotNow(logger, practice.Id);
            }
        }
    }

    private async Task RunAsync(PracticeId practice, CancellationToken cancellationToken)
    {
        // Where nothing waits, neither Teams nor Graph is asked.
        if (await roles.WhoHadLeftAsync(practice, cancellationToken) is { Count: > 0 } left)
        {
            var people = await roster.GetAsync(practice, cancellationToken);
            await roles.ReleaseAsync(practice, left.Intersect(people.Select(person => person.Id)), cancellationToken);
        }

        Approvers? approvers = null;
        for (var (page, more) = (0, true); more; page++)
        {
            var open = (await cases.ListOpenAsync(practice, page, Batch, cancellationToken)).Cases;
            foreach (var @case in open)
            {
                approvers ??= await directory.GetAsync(practice, cancellationToken);
                await roles.ExpandAgainAsync(@case, CaseAnnouncer.Case, [.. approvers.For(@case).Select(person => person.Id)], cancellationToken);
            }

            more = open.Count == Batch;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2902, LogLevel.Information, "It could not be looked up who decides in practice {Practice} now; looked up again in a few minutes")]
        public static partial void NotNow(ILogger logger, PracticeId practice);
    }
}
