using Rowcroft.TeamsBot.People.Graph;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>
/// For somebody who decides and has no chat with the bot: gives them the app, where that is switched on. Nothing is written down about it, so
/// that a process killed anywhere leaves a message that is still owed, and an app that can be installed once more without harm.
/// </summary>
internal sealed class ProactiveInstall(PersonalApp app, ApproverDirectory approvers, Contacts contacts)
{
    /// <param name="row">A message to one person, who cannot be reached.</param>
    /// <param name="known">Their chat as it was known; <c>null</c> when they never had one.</param>
    /// <returns><c>true</c> when it is worth trying again in a moment.</returns>
    public async Task<bool> TryAsync(OutboxRow row, ContactRow? known, CancellationToken cancellationToken)
    {
        if (!app.IsOn || TookItAway(known) || row.Person is not { } person
            || !(await approvers.GetAsync(row.Practice, cancellationToken)).IsApprover(person)
            || !await app.InstallAsync(person, cancellationToken))
        {
            return false;
        }

        await contacts.TryAgainAsync(row.Practice, person, cancellationToken);
        return true;
    }

    /// <summary>Whoever had a chat, and took the bot away or blocks it, wants it so.</summary>
    private static bool TookItAway(ContactRow? known) => known is { Reachable: false, ConversationId.Length: > 0 };
}
