using System.Diagnostics.Metrics;
using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>A rendered message. Build the activity with <see cref="CardMessage"/>, so that it is safe on a lock screen.</summary>
/// <param name="Notify">Whether a toast is wanted (channelData.notification.alert), for what cannot wait.</param>
/// <param name="Afterwards">
/// Owed as soon as it is known whether this message was sent, waits for somebody who cannot be reached or was given up: once for each of
/// the three.
/// </param>
internal sealed record OutgoingMessage(Activity Activity, bool Notify = false, Announcement? Afterwards = null)
{
    /// <summary>One more on this count as soon as Teams has the message.</summary>
    public Counter<long>? Counts { get; init; }
}
