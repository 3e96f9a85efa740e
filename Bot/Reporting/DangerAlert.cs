using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Reporting;

/// <summary>
/// Someone is in danger: everybody who decides is alerted, or the partners where nobody else is left, and the reporter is told whom to ring,
/// before anything else is asked.
/// </summary>
internal sealed class DangerAlert(Outbox outbox, ApproverDirectory directory, GuidanceLibrary guidance)
{
    public async Task RaiseAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        // The alert first: it must go out even when this person's Teams takes no answer just now.
        var alerted = await AlertAsync(turn, cancellationToken);
        await CardReplies.ShowAsync(turn.Context, DangerCard.ForReporter(guidance.Danger, alerted), "Please read this now", cancellationToken);
    }

    private async Task<Alerted> AlertAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, cancellationToken) is not { } approvers)
        {
            await OweAsync(turn, new Recipient.ToAllApprovers(), "", cancellationToken);
            return Alerted.AsSoonAsTheyAreFound;
        }

        bool IsSomebodyElse(Person person) => person.Id != turn.Caller.Id;
        var usual = approvers.All.Where(IsSomebodyElse).ToList();
        if (usual.Count > 0 || approvers.MoreMayDecide)
        {
            await OweAsync(turn, new Recipient.ToAllApprovers(), "", cancellationToken);
            return (usual.Any(person => approvers.IsManager(person.Id)), usual.Any(person => !approvers.IsManager(person.Id))) switch
            {
                (true, true) => Alerted.ManagerAndDeputy,
                (true, false) => Alerted.Manager,
                (false, true) => Alerted.Deputy,
                (false, false) => Alerted.AsSoonAsTheyAreFound,
            };
        }

        var partners = approvers.Partners.Where(IsSomebodyElse).ToList();
        foreach (var partner in partners)
        {
            await OweAsync(turn, new Recipient.ToPerson(partner.Id), $"/{partner.Id}", cancellationToken);
        }

        return partners.Count > 0 ? Alerted.Partner : Alerted.Nobody;
    }

    /// <returns><c>null</c> when it cannot be known at present who decides.</returns>
    private async Task<Approvers?> FindAsync(DraftTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            return await directory.GetAsync(turn.Caller.Practice, cancellationToken);
        }
        catch (RosterUnavailableException)
        {
            return null;
        }
    }

    private Task OweAsync(DraftTurn turn, Recipient to, string whose, CancellationToken cancellationToken) => outbox.EnqueueAsync(
        new Announcement(
            DangerAnnouncer.Kind,
            to,
            turn.Caller.Practice,
            $"{DangerAnnouncer.Kind}/{turn.Id}{whose}",
            Detail: DangerAnnouncer.DetailOf(turn.Id, turn.Caller.Id))
        {
            Urgent = true,
        },
        cancellationToken);
}
