using System.Globalization;
using AdaptiveCards;
using Newtonsoft.Json.Linq;
using Rowcroft.TeamsBot.Cases;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Guidance;

namespace Rowcroft.TeamsBot.Decisions;

/// <summary>A page of open cases, the urgent ones first, then by the date that was promised. It names nobody.</summary>
internal sealed class CaseListCard(GuidanceLibrary guidance, CaseDates dates)
{
    public const string NoCases = "There are no open cases for you to decide.";

    public AdaptiveCard Draw(CaseListView view) => view.Total == 0
        ? CardLook.Card(CardLook.Title("Open cases"), CardLook.Words(NoCases))
        : CardLook.Card([CardLook.Title(view.Total == 1 ? "1 open case" : $"{view.Total} open cases"), .. view.Cases.Select(@case => Row(@case, view.Now)), .. Pages(view)]);

    private AdaptiveColumnSet Row(Case @case, DateTimeOffset now) => new()
    {
        Separator = true,
        Columns =
        [
            new AdaptiveColumn
            {
                Width = "stretch",
                Items =
                [
                    new AdaptiveTextBlock(@case.Reference.ToString()) { Weight = AdaptiveTextWeight.Bolder, Wrap = true },
                    new AdaptiveTextBlock(What(@case)) { Wrap = true, Spacing = AdaptiveSpacing.None },
                    new AdaptiveTextBlock(dates.Due(@case, now))
                    {
                        Wrap = true,
                        Size = AdaptiveTextSize.Small,
                        Spacing = AdaptiveSpacing.None,
                        IsSubtle = !@case.IsOverdue(now),
                        Color = @case.IsOverdue(now) ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default,
                    },
                ],
            },
            new AdaptiveColumn
            {
                Width = "auto",
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                Items = [CardLook.Buttons(Blocks.Type("Show", $"{CaseCommand.Word} {@case.Reference}"))],
            },
        ],
    };

    private string What(Case @case)
    {
        string[] words =
        [
            .. @case.Urgency == Urgency.Urgent ? ["**Urgent**"] : Array.Empty<string>(),
            guidance.Label(@case.Facts.Platform),
            guidance.Label(@case.Facts.Kinds[0]) + (@case.Facts.Kinds.Count > 1 ? $" and {@case.Facts.Kinds.Count - 1} more" : ""),
            guidance.Label(@case.Status),
        ];
        return string.Join(" · ", words);
    }

    private static IEnumerable<AdaptiveElement> Pages(CaseListView view)
    {
        if (view.LastPage == 0)
        {
            yield break;
        }

        yield return CardLook.Small(string.Create(CultureInfo.InvariantCulture, $"Page {view.Page + 1} of {view.LastPage + 1}"));
        List<AdaptiveAction> buttons = [];
        if (view.Page > 0)
        {
            buttons.Add(Page("Back", view.Page - 1));
        }

        if (view.Page < view.LastPage)
        {
            buttons.Add(Page("More", view.Page + 1));
        }

        yield return CardLook.Buttons(buttons);
    }

    private static AdaptiveExecuteAction Page(string title, int page) => new()
    {
        Title = title,
        Verb = DecisionVerbs.List,
        Data = new JObject { [CardFields.Page] = page },
    };
}
