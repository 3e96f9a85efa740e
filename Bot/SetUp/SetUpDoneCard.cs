using AdaptiveCards;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>How the practice works now, to be read. Whoever may can open the form from it.</summary>
internal static class SetUpDoneCard
{
    public static AdaptiveCard Draw(SetUpView view) => CardLook.Card(
    [
        CardLook.Title("The bot is set up for this practice"),
        .. view.News is { } news ? (AdaptiveElement[])[CardLook.Words(news)] : [],
        .. Facts(view),
        CardLook.Small("Write to me in a private chat to report something, never here."),
        CardLook.Buttons(SetUpBlocks.Press("Change", SetUpVerbs.Change, view.Settings)),
    ]);

    public static IEnumerable<AdaptiveElement> Facts(SetUpView view) =>
        Enum.GetValues<PracticeSetting>().Select(setting => CardLook.Fact(SetUpWords.Label(setting), SetUpWords.Say(setting, view)));
}
