using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>Someone is in danger: everybody who decides is alerted and the reporter is told whom to ring, before anything else is asked.</summary>
internal sealed class DangerAlert(Outbox outbox, GuidanceLibrary guidance)
{
    public async Task RaiseAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        // The alert first: it must go out even when this person's Teams takes no answer just now.
        var alert = new Announcement(
            DangerAnnouncer.Kind,
            new Recipient.ToAllApprovers(),
            turn.Caller.Practice,
            $"{DangerAnnouncer.Kind}/{turn.Id}",
            Detail: DangerAnnouncer.DetailOf(turn.Id, turn.Caller.Id))
        {
            Urgent = true,
        };
        await outbox.EnqueueAsync(alert, cancellationToken);
        await CardReplies.ShowAsync(turn.Context, DangerCard.ForReporter(guidance.Danger), "Please read this now", cancellationToken);
    }
}
