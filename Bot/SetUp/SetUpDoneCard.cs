using AdaptiveCards;
using Rowcroft.TeamsBot.People;

namespace Rowcroft.TeamsBot.SetUp;

/// <summary>How the practice works now, to be read. Whoever may can open the form from it.</summary>
internal static class SetUpDoneCard
{
    public static AdaptiveCard Draw(SetUpView view) => SetUpBlocks.Card(
    [
        SetUpBlocks.Title("The bot is set up for this practice"),
        .. view.News is { } news ? (AdaptiveElement[])[SetUpBlocks.Words(news)] : [],
        .. Facts(view),
        SetUpBlocks.Small("Write to me in a private chat to report something, never here."),
        SetUpBlocks.Buttons(SetUpBlocks.Press("Change", SetUpVerbs.Change, view.Settings)),
    ]);

    public static IEnumerable<AdaptiveElement> Facts(SetUpView view) =>
        Enum.GetValues<PracticeSetting>().Select(setting => SetUpBlocks.Fact(SetUpWords.Label(setting), SetUpWords.Say(setting, view)));
}
