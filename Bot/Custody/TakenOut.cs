using System.Globalization;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>
/// The bot was taken out of a practice's team: those who decided there, and whoever set it up, are told what is kept and for how long. The
/// roster is gone by then: whoever is named by the name they sign in with is found among those who ever talked to the bot.
/// </summary>
internal sealed class TakenOut(Practices practices, Contacts contacts, Outbox outbox)
{
    public async Task OweAsync(Installed ended, CancellationToken cancellationToken)
    {
        var settings = await practices.GetAsync(ended.Practice, cancellationToken);
        string[] entries = [.. settings.Managers, .. settings.Deputies, .. settings.Partners, settings.InstalledBy?.Value ?? ""];
        var people = (await contacts.NamedAsync(ended.Practice, entries, cancellationToken))
            .Concat(entries.Where(entry => Guid.TryParse(entry, out _)).Select(entry => new PersonId(entry)))
            .Distinct();
        foreach (var person in people)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{LastWords.Kind}/{ended.Installation}/{person}");
            await outbox.EnqueueAsync(new Announcement(LastWords.Kind, new Recipient.ToPerson(person), ended.Practice, key), cancellationToken);
        }
    }
}
