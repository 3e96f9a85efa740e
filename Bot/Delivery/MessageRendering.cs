using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Delivery;

/// <summary>Finds out whom a row is for at this moment, and has its room render it.</summary>
internal sealed class MessageRendering(Announcers announcers, Installations installations, IRoster roster)
{
    public async Task<Address> AddressAsync(OutboxRow row, CancellationToken cancellationToken)
    {
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

    public Task<OutgoingMessage?> RenderAsync(OutboxRow row, Address.Found address, CancellationToken cancellationToken) =>
        announcers.For(row.Kind).RenderAsync(
            new DueMessage(row.Kind, row.Practice, row.CaseId, row.Detail, address.Person, row.OwedSince),
            cancellationToken);
}
