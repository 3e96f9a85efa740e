using Rowcroft.TeamsBot.Cases;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>A message that is owed. Kind and ids only: no personal text is kept twice.</summary>
/// <param name="Kind">One of the kinds that some announcer renders.</param>
/// <param name="DedupeKey">Unique in the practice for ever: the same words owed twice are sent once.</param>
/// <param name="Case">The case it is about; <c>null</c> for the weekly summary and for danger alerts.</param>
/// <param name="Detail">An id or a date that rendering needs (a draft's id, a week's first day); never text from people.</param>
internal sealed record Announcement(string Kind, Recipient Recipient, PracticeId Practice, string DedupeKey, CaseId? Case = null, string? Detail = null)
{
    /// <summary>Sent before everything else that waits.</summary>
    public bool Urgent { get; init; }
}

/// <summary>To whom a message goes. A closed family; roles are resolved when it is sent, not when it is owed.</summary>
internal abstract record Recipient
{
    private Recipient()
    {
    }

    /// <summary>One person, in their private chat.</summary>
    internal sealed record ToPerson(PersonId Person) : Recipient;

    /// <summary>Everybody who may decide the announcement's case at the time of sending.</summary>
    internal sealed record ToApprovers : Recipient;

    /// <summary>All managers and deputies, whatever the case. For danger alerts, before there is a case.</summary>
    internal sealed record ToAllApprovers : Recipient;

    /// <summary>The practice's channel.</summary>
    internal sealed record ToChannel : Recipient;

    /// <summary>
    /// Every message of this kind about this case that was sent before: it is replaced where it stands. An announcement with a detail
    /// means those with the same detail; without one, each is rendered with its own.
    /// </summary>
    internal sealed record ToEarlierCopies : Recipient;
}
