using Microsoft.Bot.Schema;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>A rendered message. Build the activity with <see cref="CardMessage"/>, so that it is safe on a lock screen.</summary>
/// <param name="Notify">Whether a toast is wanted (channelData.notification.alert), for what cannot wait.</param>
internal sealed record OutgoingMessage(Activity Activity, bool Notify = false);
