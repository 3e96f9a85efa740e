using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>Applies a command to two cases, both of which the person must be allowed to decide.</summary>
internal sealed class PairDesk(CaseDesk desk, CaseRecorder recorder)
{
    /// <summary>
    /// When somebody was first, both are read again and the command meets them as they are now: of two managers at once one merges, and
    /// the other one finds it done.
    /// </summary>
    /// <returns>The first case as it is now, <c>null</c> when it is not theirs; and the outcome, <c>null</c> when the other one is not.</returns>
    public async Task<(OpenedCase? Opened, CaseOutcome? Outcome)> ApplyAsync(
        Caller caller,
        PairSubmission pair,
        string attempted,
        Func<OpenedCase, OpenedCase, CaseOutcome> command,
        CancellationToken cancellationToken)
    {
        while (await desk.OpenAsync(caller, pair.Case, attempted, cancellationToken) is { } one)
        {
            if (await desk.OpenAsync(caller, pair.Other, attempted, cancellationToken) is not { } other)
            {
                return (one, null);
            }

            var outcome = command(one, other);
            if (outcome is not CaseOutcome.Recorded recorded)
            {
                return (one, outcome);
            }

            if (await recorder.CommitAsync(recorded, cancellationToken))
            {
                return (await desk.OpenAsync(caller, pair.Case, attempted, cancellationToken), outcome);
            }
        }

        return (null, null);
    }
}
