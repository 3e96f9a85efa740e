using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Finds out whom a row is for at this moment, and has its room render it.</summary>
internal sealed class MessageRendering(Announcers announcers, Installations installations, Contacts contacts, IRoster roster)
{
    public async Task<Address> AddressAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row is { Kind: LastWords.Kind, Person: { } last })
        {
            return await LastAddressAsync(row, last, cancellationToken);
        }

        if (await installations.GetAsync(row.Practice, cancellationToken) is not { } team)
        {
            return new Address.NotNow();
        }

        if (row.Person is not { } id)
        {
            return new Address.Found(team, null);
        }

        var people = await roster.GetAsync(row.Practice, cancellationToken);
        return people.FirstOrDefault(person => person.Id == id) is { } person ? new Address.Found(team, person)
            : people.Count == 0 ? new Address.NotNow()
            : new Address.LeftThePractice();
    }

    /// <summary>There is no roster any more: whoever had a chat with the bot is written to there.</summary>
    private async Task<Address> LastAddressAsync(OutboxRow row, PersonId person, CancellationToken cancellationToken) =>
        await installations.LastAsync(row.Practice, cancellationToken) is { } team
        && await contacts.FindAsync(row.Practice, person, cancellationToken) is { ConversationId.Length: > 0 } contact
            ? new Address.Found(team, new Person(person, "", null, contact.ChannelUserId))
            : new Address.LeftThePractice();

    public Task<OutgoingMessage?> RenderAsync(OutboxRow row, Address.Found address, CancellationToken cancellationToken) =>
        announcers.For(row.Kind).RenderAsync(
            new DueMessage(row.Kind, row.Practice, row.CaseId, row.Detail, address.Person, row.OwedSince),
            cancellationToken);
}
