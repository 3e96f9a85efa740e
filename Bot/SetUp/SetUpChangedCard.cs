using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;
using Rowcroft.TeamsBot.Storage;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>Tells somebody who decides, or who did, what was changed and by whom.</summary>
internal static class SetUpChangedCard
{
    public static AdaptiveCard Draw(SetUpView before, SetUpView after, PracticeChangeRow change)
    {
        var by = after.People.FirstOrDefault(person => person.Id == change.By)?.Name ?? "Somebody who has since left the team";
        var changed = Enum.GetValues<PracticeSetting>()
            .Select(setting => (Setting: setting, Before: SetUpWords.Say(setting, before), After: SetUpWords.Say(setting, after)))
            .Where(each => each.Before != each.After)
            .ToList();
        return CardLook.Card(
        [
            CardLook.Title("The bot's settings were changed"),
            CardLook.Fact("By", SetUpWords.Short(by)),
            CardLook.Fact("Practice", SetUpWords.Say(PracticeSetting.Name, after)),
            .. changed.Count == 0 ? [CardLook.Words("Everything was saved as it was before.")] : changed.SelectMany(Lines),
            CardLook.Small("You are told because you decide about reports in this practice, or did before this change. If it is not right, speak to them, or to whoever runs the bot."),
        ]);
    }

    private static IEnumerable<AdaptiveElement> Lines((PracticeSetting Setting, string Before, string After) each) =>
    [
        CardLook.Heading(SetUpWords.Label(each.Setting)),
        CardLook.Fact("Before", each.Before),
        CardLook.Fact("Now", each.After),
    ];
}
