using Microsoft.Bot.Schema;
using Rowcroft.TeamsBot.Delivery;
using Rowcroft.TeamsBot.Security;

namespace Rowcroft.TeamsBot.Hosting;

/// <summary>What is said to those who are not let in, and where the bot does not talk.</summary>
internal static class Greetings
{
    public const string NotOneOfUs =
        "Sorry, this bot is only for staff of the practice. Nothing you wrote was kept. If you think this is a mistake, please ask your practice manager.";

    public const string NotSetUp =
        "I am not set up yet, and nothing you wrote was kept. Please ask your practice manager to add me to the practice's team in Teams.";

    public const string NotNamed =
        "I am in your practice's team, but nobody has set me up yet, and nothing you wrote was kept. Please ask whoever added me to the team to "
        + "write setup to me.";

    public const string CannotTell =
        "I cannot reach Teams' list of people just now, so I do not know who you are. Nothing you wrote was kept. Please try again in a few minutes.";

    /// <summary>For somebody on several rosters: a report cannot be moved to another practice, so none is begun while one cannot be named.</summary>
    public const string CannotAskWhich =
        "You belong to more than one practice, and I cannot reach Teams' list of people of one of them just now. So that your report does not go to "
        + "the wrong one, I have not started it. Please try again in a few minutes.";

    /// <summary>For somebody who means something of a practice of theirs whose roster cannot be read: nothing else is taken for it meanwhile.</summary>
    public const string CannotReachThatOne =
        "I cannot reach Teams' list of people of the practice that this is about just now, so I have changed nothing. Please try again in a few minutes.";

    public const string PrivateChatOnly =
        "Please write to me in a private chat. What you report is for you and the people who decide, not for this channel. Nothing you wrote here was kept.";

    public const string WhichPractice = "You belong to more than one practice, and I cannot tell which one you mean. Please write practice to me first.";

    public const string UnknownButton = "I do not know that button. It may be from an older version. Please write help.";

    /// <summary>What a lock screen shows for any of these.</summary>
    private const string Summary = "A short answer from the practice's bot";

    public static Activity AsMessage(string sentence) => CardMessage.ForText(sentence, Summary);

    public static string For(Admission admission) => admission switch
    {
        Admission.NotOneOfUs => NotOneOfUs,
        Admission.NotSetUp => NotSetUp,
        Admission.CannotTell => CannotTell,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
