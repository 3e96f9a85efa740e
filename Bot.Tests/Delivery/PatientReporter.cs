using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rowcroft.LocalTeams.Chats;
using Rowcroft.LocalTeams.Clients;
using Rowcroft.TeamsBot.Tests.Support;

namespace Rowcroft.TeamsBot.Tests.Delivery;

/// <summary>
/// Somebody who makes a report and does not give up: goes on with what the chat offers, and where that leads nowhere writes "report" again,
/// until there is a receipt.
/// </summary>
/// <param name="before">Is called before everything they do.</param>
internal sealed partial class PatientReporter(PersonClient person, Action before)
{
    private const int MostThings = 60;
    private const int TriesOfOneCard = 2;

    private static readonly string[] Buttons = ["No, nobody is in danger", "Next", "I have none", "Send", "Carry on"];

    private readonly HashSet<string> _have = [];

    /// <returns>The report's reference, as the receipt says it.</returns>
    public async Task<string> ReportAsync(JsonObject form)
    {
        var known = person.Chat.Select(post => post.Id).ToHashSet();
        var pressed = new Dictionary<string, int>();
        await SayAsync();
        for (var things = 0; things < MostThings; things++)
        {
            var here = person.FromBot.Where(post => !known.Contains(post.Id)).ToList();
            if (here.Select(Receipt).FirstOrDefault(reference => reference is not null) is { } receipt)
            {
                if (_have.Add(receipt))
                {
                    return receipt;
                }

                // What was carried on with was sent before: only its answer had got lost on the way.
                known.UnionWith(here.Select(post => post.Id));
                await SayAsync();
            }
            else if (here.FindLast(post => Button(post) is not null) is { } card && pressed.GetValueOrDefault(card.Id) < TriesOfOneCard)
            {
                pressed[card.Id] = pressed.GetValueOrDefault(card.Id) + 1;
                before();
                await person.PressAsync(card, Button(card)!, Button(card) == "Next" ? form : null);
            }
            else
            {
                await SayAsync();
            }
        }

        throw new InvalidOperationException("There is no receipt, whatever they do. Last: " + person.Reads());
    }

    private Task SayAsync()
    {
        before();
        return person.SayAsync("report");
    }

    private string? Button(Post post) => post.CardFor(person.Person) is { } card
        ? Buttons.FirstOrDefault(button => CardReading.Objects(card).Any(element => (string?)element["title"] == button))
        : null;

    private string? Receipt(Post post) =>
        ReceiptWords().Match(CardReading.Words(post, person.Person)) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"Thank you\. Your report is (RMC-\d{4}-\d{4})")]
    private static partial Regex ReceiptWords();
}
