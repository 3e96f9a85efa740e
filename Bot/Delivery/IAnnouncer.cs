using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// The one seam between rooms: for a case event, who must be told which kind of message; later, that kind as a message.
/// </summary>
internal interface IAnnouncer
{
    /// <summary>The kinds of message this announcer renders. Unique across announcers.</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>What must be told because of this event. Pure and quick: it runs inside the transaction that stores the event.</summary>
    IEnumerable<Announcement> Announce(Case @case, CaseEvent @event);

    /// <summary>
    /// Renders a message freshly, just before it is sent; <c>null</c> when there is no longer a reason to send it.
    /// </summary>
    Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="OutgoingMessage.Afterwards"/>, for a message that may never have been rendered: its person has left, or it was given
    /// up. Whose it was is not said.
    /// </summary>
    Task<Announcement?> AfterwardsAsync(DueMessage message, CancellationToken cancellationToken) => Task.FromResult<Announcement?>(null);
}
