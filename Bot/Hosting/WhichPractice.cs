using AdaptiveCards;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>Asks somebody on several rosters which practice they mean, and takes the answer.</summary>
internal sealed class WhichPractice(Practices practices, Contacts contacts)
{
    public const string Verb = "which-practice";

    /// <summary>Typed, it asks again. Nobody who is on one roster alone ever needs it.</summary>
    public const string Word = "practice";

    public const string Question = "Which practice is this about?";
    private const string Practice = "practice";
    private const string Then = "then";

    /// <param name="word">What they wrote: it is taken up again once they have chosen. Only words that the bot knows travel with the button.</param>
    public async Task AskAsync(IReadOnlyList<Caller> callers, string? word, ITurnContext turn, CancellationToken cancellationToken)
    {
        var actions = new List<AdaptiveAction>();
        foreach (var caller in callers)
        {
            var settings = await practices.GetAsync(caller.Practice, cancellationToken);
            actions.Add(new AdaptiveSubmitAction
            {
                Title = settings.Name.Length > 0 ? settings.Name : "A practice that has no name yet",
                Data = new JObject { ["verb"] = Verb, [Practice] = caller.Practice.Value, [Then] = word ?? "" },
            });
        }

        var card = CardLook.Card(
            CardLook.Title(Question),
            CardLook.Words("You belong to more than one. Each has its own reports, and nothing goes from one to another."),
            CardLook.Buttons(actions));
        await turn.SendActivityAsync(CardMessage.For(card, Question), cancellationToken);
    }

    /// <returns>Who they are now and the word that waited; <c>null</c> when the turn is no such answer, or names a practice that is not theirs.</returns>
    public async Task<(Caller Caller, string Word)?> TakeAsync(IReadOnlyList<Caller> callers, ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Value is not JObject data || Text(data, "verb") != Verb
            || callers.FirstOrDefault(caller => caller.Practice.Value == Text(data, Practice)) is not { } chosen)
        {
            return null;
        }

        await contacts.ChooseAsync(chosen.Practice, chosen.Id, cancellationToken);
        return (chosen, Text(data, Then));
    }

    private static string Text(JObject data, string name) => (data[name] as JValue)?.Value as string ?? "";
}
