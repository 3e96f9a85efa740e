using System.Globalization;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.Custody;

/// <summary>Who did what with a case and its screenshots, and when: the latest first, a page at a time.</summary>
internal sealed class HistoryCard(PracticeClock clock)
{
    public const int PageSize = 12;
    public const string Summary = "The record of a case";

    /// <param name="page">From 0, the latest; one that does not exist is the nearest that does.</param>
    /// <param name="names">Who is who; somebody who is not in it has left the practice.</param>
    public AdaptiveCard Draw(Case @case, IReadOnlyList<CaseEvent> events, int page, Func<PersonId, string?> names)
    {
        var pages = Math.Max(1, (events.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = events.Index().Reverse().Skip(page * PageSize).Take(PageSize);
        return CardLook.Card(
        [
            CardLook.Title($"Record of case {@case.Reference}"),
            CardLook.Small(pages == 1
                ? $"{events.Count} {(events.Count == 1 ? "entry" : "entries")}, the latest first. Each is chained to the one before by its hash."
                : $"{events.Count} entries, the latest first, page {page + 1} of {pages}. Each is chained to the one before by its hash."),
            .. shown.SelectMany(each => Entry(each.Index + 1, each.Item, names)),
            .. Turning(@case, page, pages),
        ]);
    }

    private IEnumerable<AdaptiveElement> Entry(int number, CaseEvent @event, Func<PersonId, string?> names)
    {
        var who = @event.Actor == PersonId.Bot ? "the bot" : names(@event.Actor) ?? "somebody who has left the practice";
        yield return CardParts.Written(string.Create(CultureInfo.InvariantCulture, $"{number}. {clock.Say(@event.At)}: {HistoryWords.For(@event)}, by "), who);
        if (HistoryWords.Sha256(@event) is { } sha256)
        {
            yield return CardParts.Hash(sha256);
        }
    }

    private static IEnumerable<AdaptiveElement> Turning(Case @case, int page, int pages)
    {
        AdaptiveAction[] buttons =
        [
            .. page > 0 ? [Turn(@case, "Later", page - 1)] : Array.Empty<AdaptiveAction>(),
            .. page < pages - 1 ? [Turn(@case, "Earlier", page + 1)] : Array.Empty<AdaptiveAction>(),
        ];
        return buttons.Length == 0 ? [] : [CardLook.Buttons(buttons)];
    }

    private static AdaptiveExecuteAction Turn(Case @case, string title, int page) =>
        CardParts.Press(title, CustodyVerbs.History, @case, new JProperty(CardParts.PageField, page));
}
