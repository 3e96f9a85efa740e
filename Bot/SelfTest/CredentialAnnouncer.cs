using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.SelfTest;

/// <summary>Renders the warning that <see cref="CredentialWarnings"/> owes. No case event asks for one.</summary>
internal sealed class CredentialAnnouncer(CredentialExpiry expiry, Administrators administrators, PracticeClock clock) : IAnnouncer
{
    /// <summary>Lock-screen-safe, and no hint to others of what could be waited for.</summary>
    private const string Summary = "The bot needs its administrator";

    public IReadOnlyCollection<string> Kinds => [CredentialWarnings.Kind];

    public IEnumerable<Announcement> Announce(Case @case, CaseEvent @event) => [];

    /// <inheritdoc/>
    /// <remarks>Yesterday's is not made up for: today's says it. Neither is one needed when it was renewed meanwhile.</remarks>
    public async Task<OutgoingMessage?> RenderAsync(DueMessage message, CancellationToken cancellationToken)
    {
        if (message.Person is not { } person
            || message.Detail != CredentialWarnings.Day(clock.Today)
            || expiry is not { IsNear: true, Kind: { } kind, DaysLeft: { } left, LastDay: { } last }
            || !await administrators.IsAdministratorAsync(new Caller(message.Practice, person), cancellationToken))
        {
            return null;
        }

        return new OutgoingMessage(CardMessage.For(CredentialCard.Draw(kind, left, last), Summary), Notify: left <= 7);
    }
}
