using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Security;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.Custody;

/// <summary><c>case RMC-2026-0001 history</c>: the record of a case, for those who may decide it.</summary>
internal sealed class HistoryCommand(CaseDesk desk, CaseStore cases, IRoster roster, HistoryCard card)
{
    public async Task HandleAsync(Caller caller, string reference, ITurnContext turn, CancellationToken cancellationToken)
    {
        var parsed = CaseReference.Parse(reference);
        if (parsed is not { } known || await desk.OpenAsync(caller, known, CustodyVerbs.History, cancellationToken) is not { } opened)
        {
            var why = await desk.WhyNoCaseAsync(caller, parsed, cancellationToken);
            await turn.SendActivityAsync(CardMessage.ForText(why, HistoryCard.Summary), cancellationToken);
            return;
        }

        await turn.SendActivityAsync(CardMessage.For(await DrawAsync(opened.Case, 0, cancellationToken), HistoryCard.Summary), cancellationToken);
    }

    public async Task<AdaptiveCardInvokeResponse> PressAsync(Caller caller, JObject data, CancellationToken cancellationToken) =>
        CustodyPress.CaseOf(data) is { } id && await desk.OpenAsync(caller, id, CustodyVerbs.History, cancellationToken) is { } opened
            ? CardReply.With(await DrawAsync(opened.Case, CustodyPress.PageOf(data), cancellationToken))
            : CardReply.Message(CaseDesk.NoCase);

    private async Task<AdaptiveCard> DrawAsync(Case @case, int page, CancellationToken cancellationToken)
    {
        var events = await cases.ListEventsAsync(@case.Id, cancellationToken);
        var people = (await roster.GetAsync(@case.Practice, cancellationToken)).ToDictionary(person => person.Id, person => person.Name);

        // Whoever has left since is still called in the case what they were called then.
        NamedPerson?[] then = [@case.Reporter, @case.Facts.Colleague, @case.Decision?.By, @case.Hold?.By, .. @case.Questions.Select(question => question.AskedBy)];
        foreach (var person in then.OfType<NamedPerson>())
        {
            people.TryAdd(person.Id, person.Name);
        }

        return card.Draw(@case, events, page, id => people.GetValueOrDefault(id));
    }
}
